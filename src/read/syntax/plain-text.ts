import { withEnglishLabels } from './localized-labels.ts';
import { withoutMarkup } from './markup.ts';
import { percentDecoded } from './url.ts';

/** What Outlook makes of a link: https://learn.microsoft.com/defender-office-365/safe-links-about */
const SAFE_LINK =
  /https:\/\/[\w.-]{1,60}\.safelinks\.protection\.(?:outlook\.com|office365\.us)\/(?:ap\/[\w-]{1,20}\/)?\?url=([^&\s"'<>]{1,4000})(?:&[^\s"'<>)\]]{0,2000})?/gi;
/** What Proofpoint makes of a link. */
const DEFENDED = /https:\/\/urldefense\.(?:com|us)\/v3\/__((?:[^\s"'<>_]|_(?!_)){1,4000})__;[^\s"'<>$]{0,2000}\$?/gi;

/** The address that a line ends in. */
const addressAtEnd = (line: string): string | undefined => {
  const at = Math.max(line.lastIndexOf('https://'), line.lastIndexOf('http://'));
  const address = at === -1 ? '' : line.slice(at);
  return address === '' || /[\s"'`<>]/.test(address) ? undefined : address;
};

/** Where a link leads, as Outlook writes it in plain text behind what it shows. */
const LEADS_TO = / ?<https?:\/\/[^\s<>]{1,4000}>/gi;
const LONGEST_SHOWN = 500;

const withoutTargets = (text: string): string =>
  text.replace(LEADS_TO, (target, at: number) =>
    addressAtEnd(text.slice(Math.max(0, at - LONGEST_SHOWN), at)) === undefined ? target : '',
  );

const withPlainLinks = (text: string): string =>
  withoutTargets(text)
    .replace(SAFE_LINK, (_, url: string) => percentDecoded(url).replace(/\s/g, ''))
    .replace(DEFENDED, (_, url: string) => url);

/** The widths of terminals. */
const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132]);
const NARROWEST = 60;
/** Longer lines are made of nothing that a person reads. */
const LONGEST_LINE = 8_000;

/** A line of words that fills the width; rows of a table end in a border or in blanks. */
const isFull = (line: string | undefined, width: number): boolean =>
  line?.length === width && /[A-Za-z]{3}/.test(line) && !/(?:[|│┃]| {2})$/.test(line);

/** Whether an address goes on in the next line: its host is not at its end, or its line is as long as a terminal is wide. */
const isBroken = (line: string, next: string): boolean => {
  const address = line.length < NARROWEST ? undefined : addressAtEnd(line);
  const tail = /^[\w./?&=%$-][^\s"'`<>]{0,2000}/.exec(next)?.[0];
  if (address === undefined || tail === undefined || tail.endsWith(':') || /^HTTP\/\d/.test(tail)) return false;
  if (/^https?:\/\/[\w.-]{0,200}\.$/.test(address)) return true;
  // The mark of a secret is shorter than what stood in its place.
  return WIDTHS.has(line.length) && !line.includes('\uE000') && /[/?=&%]|\d-|-\d/.test(tail);
};

/**
 * Lines that a terminal broke at its width, put together: addresses, and two or more lines in a row that fill it, which
 * nobody writes by hand. The next empty line grows by those that are gone, so that the lines behind keep their numbers.
 */
const withWholeLines = (text: string): string => {
  const lines = text.split('\n');
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (widest < NARROWEST) return text;
  const width = WIDTHS.has(widest) ? widest : 0;
  const whole: string[] = [];
  let gone: string[] = [];
  let joins = false;
  lines.forEach((line, at) => {
    if (joins) {
      whole.push(`${whole.pop() ?? ''}${line}`);
      gone.push('');
    } else whole.push(line);
    if (line.trim() === '') {
      // One by one: no call takes hundreds of thousands of arguments.
      for (const empty of gone) whole.push(empty);
      gone = [];
    }
    const next = lines[at + 1];
    const isShort = (whole.at(-1)?.length ?? 0) < LONGEST_LINE;
    const isInRun = isShort && isFull(line, width) && (joins || isFull(next, width));
    joins = next !== undefined && next !== '' && (isInRun || isBroken(line, next));
  });
  return [...whole, ...gone].join('\n');
};

/** The text as its tools wrote it, without what mail programs, tickets and terminals made of it. Lines stay as many. */
export const plainText = (text: string): string =>
  withWholeLines(withEnglishLabels(withoutMarkup(withPlainLinks(text))));
