/** One `ls` of the command line of Fabric, and the lines that it printed. */
interface Listing {
  /** Empty for the root, where the workspaces are. */
  readonly path: string;
  readonly printed: readonly string[];
}

const COMMAND = /^\s{0,4}(?:fab:\S{0,80}[$>] |(?:[\w@:~\\/.()-]{0,60} ?[$#>%] )?fab (?=ls|dir))(?:ls|dir)\b(.{0,200})$/;
/** Where the output of the command before ends: a prompt, another command, a comment, code. */
const OTHER = /^\s{0,4}(?:fab[ :]|(?:\S{0,60} ?)?[$#>%] |#|\w{1,30} = |import |from )|^\s{0,4}\w{1,20}\.\w{1,20}\(/;
const MOST = 500;

const pathOf = (words: string): string =>
  (/(?:^|\s)["']?([^\s"'-][^\s"']{0,120})/.exec(words.replace(/\s--?\w{1,20}/g, ' '))?.[1] ?? '').replace(/^\//, '');

/** The lines below a command; a blank line ends what was printed. */
const printedBelow = (lines: readonly string[], at: number): readonly string[] => {
  const rest = lines.slice(at + 1, at + 1 + MOST);
  const end = rest.findIndex((line) => line.trim() === '' || OTHER.test(line));
  return end === -1 ? rest : rest.slice(0, end);
};

const listingsIn = (text: string): readonly Listing[] => {
  if (!/\bls\b|\bdir\b/.test(text) || !/\bfab\b/.test(text)) return [];
  const lines = text.split('\n', 5_000);
  return lines.flatMap((line, at) => {
    const words = line.length < 400 ? COMMAND.exec(line)?.[1] : undefined;
    return words === undefined || /[|>&;]/.test(words)
      ? []
      : [{ path: pathOf(words), printed: printedBelow(lines, at) }];
  });
};

const ENTRY = /^\s{0,4}\S[^"'{}=:]{0,120}\.([A-Z][A-Za-z]{2,30})\s{0,20}(?:$|\s)/;

const kindsOf = ({ printed }: Listing): readonly string[] => printed.flatMap((line) => ENTRY.exec(line)?.[1] ?? []);

/** What listings of the command line show to work: the workspaces, and the items of the one workspace that is named. */
export const fabWorks = (text: string): readonly ('list-workspaces' | 'reads')[] => {
  const all = listingsIn(text);
  const named = new Set(
    [...text.matchAll(/\bfab \w{1,12} (?:-\w{1,10} )?["']?\/?([^\s"'/]{1,80}\.Workspace)\b/g)].map(([, one]) => one),
  );
  const lists = all.some((one) => one.path === '' && kindsOf(one).includes('Workspace'));
  const reads = all.some(({ path, printed }) => /\.Workspace$/.test(path) && kindsOf({ path, printed }).length > 0);
  return [...(lists ? (['list-workspaces'] as const) : []), ...(reads && named.size === 1 ? (['reads'] as const) : [])];
};

/** What it printed nothing for, where the text shows that printed lines are kept: `connections`, `gateways`, `capacities`. */
export const fabEmpty = (text: string): readonly string[] => {
  const all = listingsIn(text);
  const isKept = all.some((one) => kindsOf(one).length > 0);
  return all.flatMap(({ path, printed }) => {
    const kind = /^\.(connections|gateways|capacities)$/.exec(path)?.[1];
    return kind !== undefined && isKept && printed.length === 0 ? [kind] : [];
  });
};
