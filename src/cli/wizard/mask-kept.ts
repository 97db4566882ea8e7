import type { Sealed } from '../../redact/seal.ts';
import type { DiagnosisMasker } from '../../report/mask-diagnosis.ts';
import type { Kept } from './session.ts';

/**
 * Masks what a session keeps as everything that is shown: a file that lies around for weeks names nobody. The tokens of a
 * text are read first, as their claims say who is meant in it.
 */
export const keptMasker = ({ secret, text }: Pick<DiagnosisMasker, 'secret' | 'text'>): ((kept: Kept) => Kept) => {
  const masked = (sealed: Sealed): Sealed => {
    const secrets = sealed.secrets.map(secret);
    return { ...sealed, secrets, texts: sealed.texts.map(text) };
  };
  return (kept) => ({
    text: masked(kept.text),
    recordings: kept.recordings.map((recording) => ({
      ...recording,
      calls: recording.calls.map((call) => ({ ...call, sealed: masked(call.sealed) })),
    })),
  });
};
