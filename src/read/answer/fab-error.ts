/** Codes that the Fabric CLI gives to errors of its own: https://github.com/microsoft/fabric-cli (fab_constant.py). */
const OWN = [
  'AuthenticationFailed',
  'ContextLoadFailed',
  'EncryptionFailed',
  'Invalid(?:AccessMode|Certificate|CertificatePath|DeltaTable|ElementType|EntriesFormat|Format|Guid|Hostname|Input|Json|Operation|Path|Property|Query|QueryFields|WorkspaceType)',
  'ServicePrincipalAuthMissing',
  'UnsupportedCommand',
].join('|');
const COMMANDS =
  'acl|acls|api|assign|auth|cd|config|copy|cp|create|del|desc|describe|dir|exists|export|get|import|job|jobs|label|labels|ln|ls|mkdir|mklink|move|mv|open|pwd|rm|set|start|stop|table|tables|unassign';
/** `x ls: [InvalidInput] Invalid path`, `! auth login: [AuthenticationFailed] ...`; the mark in front may be lost. */
const ERROR = new RegExp(
  `^[ \\t>]{0,10}(?:[x×✗✘!][ \\t]{1,3})?(?:fab[ \\t])?(?:${COMMANDS})(?:[ \\t][a-z-]{2,20})?: \\[(?:${OWN})\\] `,
  'gim',
);
/** What it writes below an error that the API answered with. */
const OF_THE_API =
  /^[^\n]{0,600}(?:\r?\n[^\n]{0,200}){0,2}?\r?\n[ \t]{0,10}(?:∟|└|L)[ \t]{0,3}request id: ?[\da-f-]{8}/i;
/** Words of the API, which come under the code of the API. */
const SAID_BY_API = /^the request has an invalid input/i;

/** Where a text names errors of the Fabric CLI itself: no API answered, and their codes are none of its. */
export const fabErrors = (text: string): readonly { readonly from: number; readonly to: number }[] =>
  text.includes(': [')
    ? [...text.matchAll(ERROR)].slice(0, 100).flatMap(({ index, 0: { length } }) => {
        const behind = text.slice(index + length, index + length + 1_100);
        return OF_THE_API.test(behind) || SAID_BY_API.test(behind) ? [] : [{ from: index, to: index + length }];
      })
    : [];
