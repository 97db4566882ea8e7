import { lexer, type Token, type Tokens } from 'marked';
import type { Block, Chapter, ReportDocument, Section } from '../../src/report/document.ts';

/** The structure of a report and nothing of its texts: one word for each piece, in order. */
type Outline = readonly string[];

const items = (count: number): Outline => Array.from({ length: count }, () => 'item');

type Outlines = { readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>) => Outline };

const OUTLINES: Outlines = {
  paragraph: () => ['paragraph'],
  list: ({ items: all }) => items(all.length),
  rows: ({ rows }) => items(rows.length),
  causes: ({ causes }) => items(causes.length),
  table: ({ head, rows }) => [`table ${head.length} x ${rows.length}`],
  code: () => ['code'],
  links: ({ urls }) => urls.flatMap(() => ['item', 'link']),
  checklist: ({ path }) => items(path.reached.length + Math.min(1, path.behind.length)),
  sides: ({ sides }) => sides.flatMap(({ rows }) => ['paragraph', ...items(Math.max(1, rows.length))]),
  steps: ({ groups }) =>
    groups.flatMap(({ steps }) => [
      'paragraph',
      ...steps.flatMap(({ where, confirm, commands }) => [
        'item',
        ...items([where, confirm].filter((one) => one !== undefined).length),
        ...commands.flatMap(() => (commands.length > 1 ? ['paragraph', 'code'] : ['code'])),
      ]),
    ]),
};

const ofSection = ({ blocks }: Section, level: number): Outline => [
  `heading ${level}`,
  ...blocks.flatMap((block) => (OUTLINES[block.is] as (block: Block) => Outline)(block)),
];

const ofChapter = ({ name, verdict, sections }: Chapter): Outline => {
  const level = name === '' ? 2 : 3;
  const rows = [verdict.whoActs !== '', verdict.calls > 1, true].filter(Boolean).length;
  return [
    `heading ${level - 1}`,
    ...(verdict.note === '' ? [] : ['paragraph']),
    ...items(rows),
    ...sections.flatMap((section) => ofSection(section, level)),
  ];
};

/** What a report is meant to look like in Markdown. */
export const outlineOfDocument = ({ chapters, closing, about }: ReportDocument): Outline => [
  ...(chapters.length < 2 ? [] : ['heading 1', ...items(chapters.length)]),
  ...chapters.flatMap(ofChapter),
  ...(closing === undefined ? [] : ofSection(closing, chapters.length === 0 ? 1 : 2)),
  ...ofSection(about, 2),
];

/** Marks inside a line that are ours, and change nothing but the look of words. */
const CALM = new Set(['text', 'strong', 'codespan', 'escape']);

const inlineOutline = (tokens: readonly Token[] = []): Outline =>
  tokens.flatMap((token) => {
    const inner = inlineOutline('tokens' in token ? token.tokens : []);
    return CALM.has(token.type) ? inner : [token.type, ...inner.filter((word) => word !== 'text')];
  });

const blockOutline = (token: Token): Outline => {
  if (token.type === 'space') return [];
  if (token.type === 'heading') return [`heading ${token['depth']}`, ...inlineOutline(token.tokens)];
  if (token.type === 'paragraph') return ['paragraph', ...inlineOutline(token.tokens)];
  if (token.type === 'text') return inlineOutline(token.tokens);
  if (token.type === 'list') {
    return (token as Tokens.List).items.flatMap((item) => [item.task ? 'task' : 'item', ...itemOutline(item.tokens)]);
  }
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    const cells = [header, ...rows].flat().flatMap((cell) => inlineOutline(cell.tokens));
    return [`table ${header.length} x ${rows.length}`, ...cells];
  }
  return token.type === 'code' ? ['code'] : [`odd ${token.type}`];
};

/** The first words of an item are a paragraph where the list is loose; that is a matter of blank lines only. */
const itemOutline = (tokens: readonly Token[]): Outline =>
  tokens.flatMap((token, i) => {
    const outline = blockOutline(token);
    return i === 0 && token.type === 'paragraph' ? outline.slice(1) : outline;
  });

/** What an independent parser, with the extensions of GitHub, reads from Markdown. */
export const outlineOfMarkdown = (markdown: string): Outline => lexer(markdown, { gfm: true }).flatMap(blockOutline);
