const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Whether letters can be spoken: random ones lack vowels. */
const isSpoken = (part: string): boolean => part.length < 4 || (/[aeiouy]/i.test(part) && !/[^aeiouy]{6}/i.test(part));

/** Whether the parts of a name are words. Random letters change case more often. */
const isOfWords = (name: string): boolean => {
  const parts = name.match(PART) ?? [];
  return name.length >= parts.length * 3.5 && parts.every(isSpoken);
};

/** What names of errors say: `AuthenticationFailed`, `AdalException:`. */
const OF_ERROR =
  /Fail|Error|Exception|Invalid|Expired|Denied|Unauthorized|Forbidden|NotFound|Mismatch|Missing|Disabled|Revoked|Required/;
/** Who says what follows: `oauth2: cannot fetch token`. */
const SPEAKER = /^[A-Za-z]{3,40}2?:$/;
/** The endings of long words of German, which are written as one. */
const GERMAN = /^[A-Z][a-zäöüß]{7,60}(?:ung|ungen|keit|heit|nis|fehler|schaft|tion)[.,:;]?$/;

/** Whether a value without quotes is what a message says behind `token:` or `secret:` and no token or secret. */
export const isErrorWord = (value: string): boolean => {
  if (SPEAKER.test(value) || GERMAN.test(value)) return isOfWords(value.replace(/[^A-Za-z]/g, ''));
  const name = /^([A-Za-z]{12,80})[.,:;]?$/.exec(value)?.[1] ?? '';
  return OF_ERROR.test(name) && isOfWords(name);
};

/** Error codes that carry numbers: `AADSTS50011`, `0x80070005`, `-51411`, `403_FORBIDDEN`, `InvalidToken401`. */
export const isErrorCode = (value: string): boolean =>
  /^(?:-?\d{1,12}|0x[\dA-Fa-f]{1,16}|AADSTS\d{4,8})$/.test(value) ||
  value
    .split(/[_.-]/)
    .every(
      (part) =>
        /^(?:\d{1,5}|0x\w{1,8}|[A-Za-z]{1,60}\d{0,5})$/.test(part) &&
        (part.length < 4 || isOfWords(part.replace(/\d/g, ''))),
    );
