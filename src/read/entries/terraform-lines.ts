import { jsonFields, TERRAFORM_MARK, type TerraformMessage, terraformMessage } from '../tools/terraform-http.ts';
import type { Split, Splitter } from './splitter.ts';

/** As many requests wait for their answers: Terraform runs ten at once. */
const MOST_WAITING = 100;

/** A message under the names that other logs use. */
const plain = ({ method, url, status, headers, body }: TerraformMessage) => ({
  ...(method !== undefined && { method }),
  ...(url !== undefined && { url }),
  ...(status !== undefined && { statusCode: status }),
  headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  ...(body !== undefined && { body }),
});

/** What the line of such a call has, without its first letters: a search for what begins with a rare letter is quick. */
const SOUGHT = `${TERRAFORM_MARK.slice(TERRAFORM_MARK.indexOf('_'))}"`;

const hasPart = ({ text }: Split): boolean => text.includes(SOUGHT);

/** Puts the two lines that a provider of Terraform logs of a call together: one has the address, the other the status. */
export const withTerraformCalls = (splitter: Splitter): Splitter => {
  const waiting = new Map<string, TerraformMessage>();

  const keep = (message: TerraformMessage): void => {
    if (message.call === undefined) return;
    waiting.set(message.call, message);
    const [oldest] = waiting.keys();
    if (waiting.size > MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
  };

  const whole = (split: Split): readonly Split[] => {
    if (!hasPart(split)) return [split];
    const fields = jsonFields(split.text);
    const message = fields === undefined ? undefined : terraformMessage(fields);
    if (fields === undefined || message === undefined) return [split];
    if (message.is === 'request') {
      keep(message);
      return [];
    }
    const asked = message.call === undefined ? undefined : waiting.get(message.call);
    if (message.call !== undefined) waiting.delete(message.call);
    const time = fields.get('@timestamp');
    const text = JSON.stringify({
      ...(time !== undefined && { time }),
      ...(asked !== undefined && { req: plain(asked) }),
      res: plain(message),
    });
    return [{ ...split, text }];
  };

  const wholes = (splits: readonly Split[]): readonly Split[] =>
    splits.some(hasPart) ? splits.flatMap(whole) : splits;

  return { push: (chunk) => wholes(splitter.push(chunk)), end: () => wholes(splitter.end()) };
};
