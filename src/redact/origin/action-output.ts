/** All that an action gave, as an expression of Logic Apps and Data Factory: `@{body('Get_token')}`. */
const OUTPUT = /^@\{(body|outputs|activity)\('([\w .-]{1,80})'\)(\.output|\??\['body'\])?\}$/;
/** Names of actions that ask for a token or read the answer. */
const ASKS = /token|http|auth|log-?in|parse|web/i;
/** Names of those that give a text. */
const GIVES_TEXT = /compose|select|secret|vault|function|variable|concat|string/i;
/** Types of actions whose output is an answer. */
const ANSWERS = /^(?:Http|HttpWebhook|ApiConnection|ParseJson|WebActivity|WebHook)$/i;

const typeOf = (text: string, name: string): string | undefined => {
  const at = text.indexOf(`"${name}"`);
  return at < 0 ? undefined : /"type"\s{0,5}:\s{0,5}"(\w{1,40})"/.exec(text.slice(at, at + 300))?.[1];
};

/**
 * Whether an expression puts the whole answer of an action into a text, where its token is wanted. An action that puts
 * texts together gives the token alone, and so may a function.
 */
export const isWholeOutput = (text: string, value: string): boolean => {
  const [, of, name = '', part] = (value.startsWith('@{') && OUTPUT.exec(value)) || [];
  if (of === undefined || (of === 'activity' && part !== '.output')) return false;
  const type = typeOf(text, name);
  if (type !== undefined) return ANSWERS.test(type);
  return of === 'activity' || (ASKS.test(name) && !GIVES_TEXT.test(name));
};
