import { grouper, recordingIn } from '../../index.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import type { Engine } from './engine.ts';
import type { Given, RecordedCall } from './session.ts';

type Failure = NonNullable<ReturnType<typeof recordingIn>>['failures'][number];

/** A failing call without its secrets, and what it comes to. */
const sealedCall = (
  { call: { pastes, at }, calls }: Failure,
  now: string,
  { sealPastes, diagnoseSealed }: Pick<Engine, 'sealPastes' | 'diagnoseSealed'>,
): { readonly call: RecordedCall; readonly diagnosis: Diagnosis | undefined } => {
  const sealed = sealPastes(pastes);
  const [diagnosis] = diagnoseSealed(sealed, { now: at ?? now, answers: {}, looked: {} });
  return { call: { sealed, raw: pastes, calls, ...(at !== undefined && { at }) }, diagnosis };
};

/** A paste as the wizard takes it: a HAR or a log in JSON lines is the failing calls in it, one for each kind of failure. */
export const takeApart = (paste: Paste, now: string, engine: Pick<Engine, 'sealPastes' | 'diagnoseSealed'>): Given => {
  const recording = recordingIn(paste);
  if (recording === undefined) return paste;
  const groups = grouper();
  const byKey = new Map<string, RecordedCall>();
  for (const failure of recording.failures) {
    const { call, diagnosis } = sealedCall(failure, now, engine);
    const key = diagnosis && groups.add(diagnosis);
    if (key === undefined) continue;
    const first = byKey.get(key);
    byKey.set(key, first ? { ...first, calls: first.calls + call.calls } : call);
  }
  const { what, notices } = recording;
  return { ...paste, text: '', recording: { what, calls: [...byKey.values()], notices } };
};
