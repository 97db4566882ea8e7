import { factSpec, isFactPath } from '../../facts/catalog.ts';
import { FAILURE_WORDS } from '../../live/failure.ts';
import type { Credentials } from '../../live/probe.ts';
import type { Step } from '../../live/step.ts';

/** What may be used, without its values. */
export const credentialWords = ({ tokens, proof }: Credentials): string => {
  const secrets = Object.values(proof?.proof ?? {}).filter((value) => typeof value !== 'string');
  return [...tokens.map(({ token }) => token), ...secrets].map(({ words }) => words).join('; ');
};

/** A fact in the words of the question that asks for it. */
const factLine = ([path, value]: readonly [string, string]): readonly string[] => {
  if (!isFactPath(path)) return [];
  const { meaning, ask } = factSpec(path);
  return [`${meaning}: ${ask?.answers?.[value] ?? value}`];
};

/** What came back and what it tells, a line each. */
export const answerWords = ({ received, looked }: Step): string => {
  const status = received.is === 'answered' ? `status ${received.status}` : FAILURE_WORDS[received.how];
  const told = Object.entries(looked.facts ?? {}).flatMap(factLine);
  return [status, ...told, ...(looked.unchecked === undefined ? [] : [looked.unchecked])].join('\n  ');
};
