import type { Header, Response } from '../../model/incident.ts';
import type { JsonObject } from '../../model/secret.ts';
import { CODE_IN_TEXT } from '../answer/answer-header.ts';
import { errorBodyIn, statusIn } from '../answer/answer-json.ts';
import { codeWords } from '../answer/code-words.ts';
import { statusesIn } from '../answer/status-words.ts';
import { type FoundJson, fieldOf, findJson, textField } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/**
 * Whether an object is the error of an activity: a number of Data Factory, which says nothing of the API, and a message
 * that holds what the API said. https://learn.microsoft.com/azure/data-factory/data-factory-troubleshoot-guide
 */
const isActivityError = (object: JsonObject): boolean =>
  /^\d{2,6}$/.test(String(fieldOf(object, 'errorCode') ?? '')) &&
  textField(object, 'message') !== undefined &&
  (textField(object, 'failureType') !== undefined || textField(object, 'target') !== undefined);

/** Codes of Data Factory itself for what a connector met: they name no code of the API. */
const OWN_CODE = /^(?:User|System)Error|^Failure|^Unknown$/;

/** What the API said, as the message repeats it: a body, codes, a status. Undefined where it says nothing. */
const answerIn = (message: string): Omit<Response, 'place' | 'complete'> | undefined => {
  const inner = findJson(message).find(({ value }) => errorBodyIn(value) !== undefined);
  const status =
    statusesIn(message.slice(0, 5_000))[0]?.status ?? (inner === undefined ? undefined : statusIn(inner.value));
  const headers = codeWords(message)
    .filter(({ code }) => !OWN_CODE.test(code))
    .map(({ code }): Header => ({ name: CODE_IN_TEXT + code, value: code }));
  if (inner === undefined && status === undefined && headers.length === 0) return undefined;
  return {
    kind: 'response',
    headers: inner === undefined ? headers : [],
    ...(status === undefined ? {} : { status }),
    ...(inner === undefined ? {} : { body: inner.text }),
  };
};

const errorsIn = ({ value }: FoundJson): readonly JsonObject[] => {
  const inner = [fieldOf(value, 'error'), fieldOf(value, 'errors')]
    .flat()
    .filter((one): one is JsonObject => typeof one === 'object' && one !== null && !Array.isArray(one));
  return [value, ...inner].filter(isActivityError);
};

/** Reads errors of Data Factory and Fabric pipelines: the answer of the API that their message wraps. */
export const activityErrorReader: Reader = {
  id: 'activity-error',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/failureType|"target"/.test(text)) return [];
    const place = placerOf(text, paste);
    return findJson(text).flatMap((found): readonly Found[] => {
      const [error] = errorsIn(found);
      if (error === undefined) return [];
      const answer = answerIn(textField(error, 'message') ?? '');
      if (answer === undefined) return [];
      const piece: Response = { ...answer, place: place(found.from, 'error of an activity'), complete: false };
      return [{ piece, from: found.from, to: Math.max(found.to, found.from + 1) }];
    });
  },
};
