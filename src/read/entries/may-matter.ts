/** What a line of a log has that could speak of a failure: a bad status, a code of Entra ID or of a service, or a refusal in words. */
export const MAY_MATTER =
  /(?<![\d.])[45]\d\d(?![\d.])|AADSTS|error.?code\W|unauthori[sz]ed|forbidden|denied|invalid_(?:grant|client)/i;
