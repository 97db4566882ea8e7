import { seal, sealPattern } from '../../model/secret.ts';
import type { Sealed } from '../../redact/seal.ts';
import type { Engine } from './engine.ts';
import { type Kept, recordingsOf, type Session, textsOf } from './session.ts';

/** Two sealed inputs as one; the secrets of the second get numbers of their own. */
const join = (first: Sealed, second: Sealed): Sealed => {
  const shift = Math.max(0, ...first.secrets.map(({ id }) => id));
  const renumber = (text: string): string =>
    text.replace(sealPattern(), (_, id: string) => seal(Number.parseInt(id, 10) + shift));
  return {
    texts: [...first.texts, ...second.texts.map(renumber)],
    secrets: [...first.secrets, ...second.secrets.map((secret) => ({ ...secret, id: secret.id + shift }))],
    notices: [...first.notices, ...second.notices],
  };
};

/** Everything that was pasted, without its secrets. */
export const keptOf = (session: Session, { sealPastes }: Engine): Kept => {
  const { text } = session.kept;
  const sealed = sealPastes(textsOf(session));
  return {
    text: text.texts.length === 0 ? sealed : join(text, sealed),
    recordings: recordingsOf(session).map((recording) => ({
      ...recording,
      calls: recording.calls.map((call) => ({ ...call, raw: [] })),
    })),
  };
};
