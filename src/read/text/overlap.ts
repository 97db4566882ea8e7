interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans in order, those that overlap as one. */
const disjoint = (spans: readonly Span[]): readonly Span[] => {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && span.from < last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else apart.push(span);
  }
  return apart;
};

/** Tells whether a span has a character in common with one of these. By bisection: a log may hold many of both. */
export const overlapWith = (spans: readonly Span[]): ((span: Span) => boolean) => {
  const apart = disjoint(spans);
  return ({ from, to }) => {
    let low = 0;
    let high = apart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((apart[middle]?.from ?? 0) < to) low = middle + 1;
      else high = middle;
    }
    return (apart[low - 1]?.to ?? 0) > from;
  };
};
