import { overlapWith } from '../text/overlap.ts';
import { withoutWrittenBreaks } from '../text/text.ts';
import { fabErrors } from './fab-error.ts';
import { GENERAL_CODES, SERVICE_CODES } from './service-codes.ts';

/** An error code of a service and the stretch of text that gives it. */
export interface CodeWord {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Labels behind which a word is a code, whether we know it or not. */
const LABEL =
  /(?:\berror[ _-]?codes?|\bapi[ _-]code|\bx-ms-error-code|\bservice[ _-]code|\bstatus[ _-]?reason)["'\]]?\s{0,20}(?:is|was|of|=>|[:=])?\s{0,20}["'(<[]{0,2}([A-Z][A-Za-z0-9_]{3,90})(?![\w.-]{0,200}[\w(])/gi;
/** Weaker labels: the word must be a whole value. `##[error]` is Azure DevOps, `<Code>` Azure
 * Storage, `[Code] Message` the Fabric CLI, `(Code) Message` the Azure CLI. */
const VALUE_LABELS: readonly RegExp[] = [
  /(?:^|(?<!status|http)[\s{,(])["']?code["']?\s{0,20}[:=]\s{0,10}["']?([A-Z][A-Za-z0-9_]{3,90})["']?(?=\s{0,10}(?:[\r\n,;.})]|$|message))/gim,
  /<code>([A-Z][A-Za-z0-9_]{3,90})<\/code>/gi,
  /##\[error\]\s{0,10}([A-Z][A-Za-z0-9_]{3,90})(?=\s{0,10}(?:[\r\n:]|$))/g,
  /(?:^|: )[[(]([A-Z][A-Za-z0-9_]{3,90})[\])] (?=[A-Z])/gm,
  /\berror: {0,3}([A-Z][A-Za-z0-9_]{3,90})(?=: )/gi,
];
/** `404 ReportExport_NoFileBehind`: right behind a status, at the end of what is said of it. */
const BEHIND_STATUS =
  /(?<![\w.#@/\\+-])[45]\d\d(?:[ \t]{1,3}|[ \t]{0,2}[:,;(—–-][ \t]{0,3})["'`([]?([A-Z][A-Za-z0-9_]{9,90})(?=["'`)\].,;]{0,2}(?:[ \t]{0,10}(?:[\r\n]|$)|[ \t]{0,3}[:—–-][ \t]))/g;
/** What stands there as well: the reason of the status, and names of products. */
const NO_CODE_BEHIND =
  /^(?:BadGateway|ServiceUnavailable|GatewayTimeout|InternalServer|PowerShell|JavaScript|TypeScript|SharePoint|DataFactory|OneDrive)/;
const WORD = /[A-Z][A-Za-z0-9]{3,90}(?:_[A-Za-z]{2,60}){0,6}/g;
/** Codes of gateways, data sources and deployment pipelines start alike: any of them is a code, listed or not. */
const FAMILY = /(?:DM_GWPipeline|DMTS|Alm)_[A-Z][A-Za-z0-9]{2,80}(?:_[A-Za-z0-9]{1,60}){0,6}/g;

const isShaped = (word: string): boolean =>
  word !== 'Error' &&
  /^[A-Z]/.test(word) &&
  /[a-z]/.test(word) &&
  (/[a-z0-9][A-Z]|[A-Za-z]_[A-Za-z]/.test(word) || GENERAL_CODES.has(word));

/** Names of exceptions are no codes, unless a service uses one as its code. */
const isException = (word: string): boolean =>
  /(?:Exception|[a-z]Error)$/.test(word) && !SERVICE_CODES.has(word) && !word.includes('_');

/** Classes of Azure.Identity, which say by their name whose message follows. */
const CREDENTIAL_CLASS =
  /^(?:Default(?:Azure)?|ChainedToken|Client(?:Secret|Certificate|Assertion)|Certificate|ManagedIdentity|WorkloadIdentity|Environment|Azure(?:Cli|DeveloperCli|PowerShell|Pipelines)|InteractiveBrowser|Browser|DeviceCode|UsernamePassword|AuthorizationCode|OnBehalfOf|VisualStudio(?:Code)?|SharedTokenCache|Broker)Credential$/;

/** Whether code compares with this word, as in `if (code === 'ItemNotFound')`: a handler, not an answer. */
export const isCompared = (text: string, at: number): boolean =>
  /(?:[=!]=|-eq|-ne|\bcase|\bin)\s{0,4}[[(]?["']?$/i.test(text.slice(Math.max(0, at - 12), at));

const wordAt = (match: RegExpMatchArray): CodeWord => {
  const from = match.index ?? 0;
  return { code: match[1] ?? match[0], from, to: from + match[0].length };
};

const behindStatus = (text: string): readonly CodeWord[] =>
  [...text.matchAll(BEHIND_STATUS)]
    .map(wordAt)
    .filter(({ code }) => isShaped(code) && !GENERAL_CODES.has(code) && !NO_CODE_BEHIND.test(code));

const labelledCodes = (text: string): readonly CodeWord[] => {
  const strong = [...text.matchAll(LABEL)].map(wordAt).filter(({ code }) => isShaped(code));
  const weak = [...VALUE_LABELS.flatMap((label) => [...text.matchAll(label)].map(wordAt)), ...behindStatus(text)];
  const isTaken = overlapWith(strong);
  const fresh = weak.filter((word) => !isTaken(word));
  return [
    ...strong,
    ...fresh.filter(({ code }) => isShaped(code) && !isException(code) && !CREDENTIAL_CLASS.test(code)),
  ];
};

/**
 * Sentences that the Fabric API says with one code only: tools such as fabric-cicd and Terraform print the sentence and
 * drop the code. Words from microsoft/fabric-rest-api-specs and from answers seen in the field.
 */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  FeatureNotAvailable: /\bthe feature is not available(?=["'.]?\s{0,4}(?:["'})\]\r\n]|$|error))/gim,
  InsufficientPrivileges: /\bthe caller does not have sufficient permissions to access the requested resource\b/gi,
  InsufficientScopes: /\bthe caller does not have sufficient scopes to perform this operation\b/gi,
  PrincipalTypeNotSupported: /\bthe operation is not supported for the principal type\b/gi,
  RequestBlocked: /\brequest is blocked by the upstream service until\b/gi,
  RequestDeniedByInboundPolicy: /\brequest is denied due to inbound communication policy\b/gi,
  ServicePrincipalIsNotAllowedByTenantAdminSwitch:
    /\bservice principal is not allowed by (?:the )?tenant admin switch\b/gi,
  TokenExpired: /\baccess token has expired, resubmit with a new access token\b/gi,
  Unauthorized: /\bthe caller is not authenticated to access this resource\b/gi,
};

const sentenceCodes = (text: string): readonly CodeWord[] =>
  Object.entries(SENTENCES).flatMap(([code, sentence]) =>
    [...text.matchAll(sentence)].map((match) => ({ code, from: match.index, to: match.index + match[0].length })),
  );

const standsAlone = (text: string, from: number, to: number): boolean =>
  !/[\w$@/.\\-]/.test(text[from - 1] ?? ' ') && !/[\w(\\/-]/.test(text[to] ?? ' ');

/** What only names of refusals end with, behind two humps or more: `DatasetNotFound`, `GuestUserAccessForbidden`. */
const OF_REFUSAL =
  /^(?!(?:Method|Member|(?:Named)?Parameter)NotFound$)(?!(?:File|Module|Command|Page|Class|Host|Path|Directory|Element|Key|Type|Url|Symbol|Package|Object|Function|Property|Variable|Table|Column|Image|Http|Status|Is|Has|On|If|Throw|Handle|Error|Exception|Test|Should)[A-Z]?)(?:Power(?:BI|Bi))?(?:[A-Z][a-z0-9]{1,30}){1,8}(?:Not(?:Found|Allowed|Authorized|Supported|Permitted|Enabled|Licensed|Provisioned|Accessible|(?:Model|Dataset|Item|Workspace)(?:Owner|Admin))|Insufficient(?:Permission|Privilege|Scope|Right)s?|(?:Access|Permission|Request)(?:Denied|Forbidden|Blocked)|DisabledByAdmin|DisabledForTenant)(?:Exception)?$/;

const bareCodes = (text: string): readonly CodeWord[] => {
  const words: CodeWord[] = [];
  const take = (pattern: RegExp, isCode: (word: string) => boolean): void => {
    // One by one: a text has a word of this kind in every line, and hardly ever a code.
    for (const match of text.matchAll(pattern)) {
      if (!isCode(match[0])) continue;
      const word = wordAt(match);
      if (standsAlone(text, word.from, word.to) && !isCompared(text, word.from)) words.push(word);
    }
  };
  take(WORD, (word) => SERVICE_CODES.has(word) || OF_REFUSAL.test(word));
  take(FAMILY, (word) => !SERVICE_CODES.has(word));
  return words;
};

/** The service error codes that a text names, in order: with a label, as a known word, or by the sentence of one. */
export const codeWords = (written: string): readonly CodeWord[] => {
  const text = withoutWrittenBreaks(written);
  const labelled = labelledCodes(text);
  const isTaken = overlapWith(labelled);
  const bare = bareCodes(text).filter((word) => !isTaken(word));
  const named = [...labelled, ...bare];
  const codes = new Set(named.map(({ code }) => code));
  const worded = sentenceCodes(text).filter(({ code }) => !codes.has(code));
  const isOfFab = overlapWith(fabErrors(text));
  return [...named, ...worded].filter((word) => !isOfFab(word)).sort((a, b) => a.from - b.from);
};
