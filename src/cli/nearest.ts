import { editDistance } from '../model/edit-distance.ts';

const LONGEST = 60;

/** The word of a list that a mistyped one most likely stands for; none where nothing is near. */
export const nearest = (word: string, among: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const ranked = among
    .map((each) => ({ each, far: editDistance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const first = ranked[0];
  return first && first.far <= allowed ? first.each : undefined;
};
