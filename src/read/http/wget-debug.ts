import type { Line } from '../text/text.ts';

const EDGE = /^---(request|response) (begin|end)---$/;

/** What `wget -d` writes of a call, between lines of its own, as `curl -v` would show it. The body goes to a file. */
export const wgetLines = (lines: readonly Line[]): readonly Line[] => {
  let mark: '>' | '<' | undefined;
  return lines.flatMap((line): readonly Line[] => {
    const [, of, edge] = EDGE.exec(line.text) ?? [];
    if (edge === undefined) return mark === undefined ? [] : [{ ...line, text: `${mark} ${line.text}` }];
    mark = edge === 'end' ? undefined : of === 'request' ? '>' : '<';
    return edge === 'end' ? [{ ...line, text: '* ' }] : [];
  });
};
