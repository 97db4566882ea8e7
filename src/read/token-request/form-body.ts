import type { Fields, Header } from '../../model/incident.ts';
import { formFields, literalFields } from '../syntax/fields.ts';
import { CUT, isCut, UNSEEN } from './form-cut.ts';
import { decoded } from './token-parameters.ts';

const LINES = /^\s{0,40}[&?]?[\w.-]{1,60}\s{0,10}[=:\t]/;

/** Whether a body is JSON, or a literal in code. */
export const isLiteral = (body: string): boolean => /^\s{0,20}[{[]/.test(body);

/** How Java prints a map of parameters, `{grant_type=[password], scope=[a b]}`: a form that its code goes on to make. */
const MAP_OF_JAVA = /^\s{0,20}\{[\w.-]{1,60}=(?![=>"'$\s])/;
const LIST_OF_JAVA = /(?<=[{ ][\w.-]{1,60}=)\[([^[\]"\n]{0,400})\]/g;

/** Whether a body is what Java prints for a form, which does not say how it was sent. */
export const isMapOfJava = (body: string): boolean => MAP_OF_JAVA.test(body);

const QUOTED = /"[^"\n]{0,4000}"|'[^'\n]{0,4000}'/g;
/** Names without a value of their own in a literal, and other literals that are put into it. */
const NOT_PAIRS = /[{,]\s{0,80}[A-Za-z_]\w{0,60}\s{0,80}[,}]|[{,]\s{0,80}(?:\.\.\.|\*\*|…)/;

/** Pairs of a body that people write with one parameter a line, or with a colon. */
export const bodyFields = (body: string): Fields => {
  if (isLiteral(body)) {
    const fields = literalFields(isMapOfJava(body) ? body.replace(LIST_OF_JAVA, '"$1"') : body);
    return NOT_PAIRS.test(body.replace(QUOTED, '""')) ? new Map([...fields, [CUT, '']]) : fields;
  }
  const text = LINES.test(body) ? body.replace(/^(\s{0,40}[&?]?[\w.-]{1,60})\s{0,10}[:\t]\s{0,10}/gm, '$1=') : body;
  return decoded(formFields(text));
};

/** What of a list of parameters is seen: the values, and the names where none of them may lack. */
export const seenIn = (fields: Fields): { readonly fields: Fields; readonly names?: readonly string[] } => {
  const all = [...fields].filter(([name]) => !isCut(name));
  return {
    fields: new Map(all.filter(([, value]) => value !== UNSEEN)),
    ...(all.length === fields.size && { names: all.map(([name]) => name) }),
  };
};

/** Entra reads no body of several parts. */
export const isMultipart = (headers: readonly Header[]): boolean =>
  headers.some(({ name, value }) => name.toLowerCase() === 'content-type' && /^\s{0,5}multipart\//i.test(value));

/** A form behind a label of its own, `body: grant_type=...`, which stands where the headers do. */
export const labelledBody = (headers: readonly Header[]): string | undefined =>
  headers.find(
    ({ name, value }) =>
      /^(?:body|data|form|payload|params|parameters)$/i.test(name) && /(?:^|&)grant_type=/.test(value),
  )?.value;
