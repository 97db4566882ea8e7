import { jsonFields, TERRAFORM_MARK, type TerraformMessage, terraformMessage } from '../terraform-http.ts';
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
    if (!split.text.includes(`"${TERRAFORM_MARK}"`)) return [split];
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

  return {
    push: (chunk) => splitter.push(chunk).flatMap(whole),
    end: () => splitter.end().flatMap(whole),
  };
};
