const STEP = 0.1;

/** Weights that follow their slope downwards. */
export interface Followers {
  readonly weights: Float64Array;
  readonly follow: (slope: Float64Array) => void;
}

/** Weights of nothing, each of which goes at its own pace: Adam, https://arxiv.org/abs/1412.6980 */
export const adam = (size: number): Followers => {
  const [weights, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [first, second] = [1, 1];
  const follow = (slope: Float64Array): void => {
    first *= 0.9;
    second *= 0.99;
    for (let i = 0; i < size; i += 1) {
      const s = slope[i] as number;
      const m = 0.9 * (mean[i] as number) + 0.1 * s;
      const q = 0.99 * (square[i] as number) + 0.01 * s * s;
      mean[i] = m;
      square[i] = q;
      weights[i] = (weights[i] as number) - (STEP * (m / (1 - first))) / (Math.sqrt(q / (1 - second)) + 1e-6);
    }
  };
  return { weights, follow };
};
