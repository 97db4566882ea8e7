/** A command as browsers copy it for cmd.exe: a caret stands before every character that means something to cmd. */
const STARTS = /(?:^|[>\s&|(])curl(?:\.exe)?[ \t]{1,5}(?:-[^\n]{0,200} )?\^"/i;
const GOES_ON = /\^[ \t]{0,10}$/;
const ESCAPED = /\^(?=\S)/g;

/**
 * The text with such commands as a person would have typed them, so that what stands in their quotes is found like any
 * other value. The caret at the end of a line stays: the command goes on below it.
 */
export const withoutCarets = (text: string): string => {
  if (!STARTS.test(text)) return text;
  let inside = false;
  return text
    .split('\n')
    .map((line) => {
      inside = inside || STARTS.test(line);
      if (!inside) return line;
      inside = GOES_ON.test(line);
      return line.replace(ESCAPED, (caret, at: number) => (line[at - 1] === '^' && line[at - 2] !== '^' ? caret : ''));
    })
    .join('\n');
};
