import { type Chapter, type ReportDocument, type Section, verdictLine, verdictRows } from './document.ts';
import { blockHtml, MARKS, rowList } from './html-blocks.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import { type Html, html, nothing } from './html-text.ts';
import { callsWords, type Verdict } from './verdict.ts';

/** A heading; several failures in one page put theirs one level lower. */
const heading = (level: number, text: string): Html => html`<h${level}>${text}</h${level}>`;

const sectionHtml = ({ title, blocks }: Section, level: number): Html => {
  const look = blocks.some(({ is }) => is === 'checklist') ? 'way' : 'part';
  return html`<section class="${look}">${heading(level, title)}${blocks.map(blockHtml)}</section>`;
};

const foldedHtml = ({ title, blocks }: Section, level: number): Html =>
  html`<details><summary>${heading(level, title)}</summary><div>${blocks.map(blockHtml)}</div></details>`;

const MARK_OF = { stops: MARKS.failed, unexplained: MARKS.unknown, 'nothing-wrong': MARKS.passed } as const;

const lookOf = ({ stand, stop }: Verdict): string => {
  if (stop === undefined) return stand === 'nothing-wrong' ? 'good' : 'warn';
  return stop.isCertain ? 'bad' : 'warn';
};

const badge = ({ stop, stand }: Verdict): Html => {
  const mark = html`<span class="mark" aria-hidden="true">${MARK_OF[stand]}</span>`;
  return stop === undefined
    ? html`<p class="badge">${mark}No cause stands</p>`
    : html`<p class="badge">${mark}Stops at <b>${stop.gate}</b><span class="sure">${stop.sure}</span></p>`;
};

const verdictHtml = ({ name, verdict }: Chapter, level: number): Html => {
  const { note, title } = verdict;
  return html`<header class="verdict">${name === '' ? nothing : html`<p class="name">${name}</p>`}${badge(verdict)}${heading(level, title)}${note === '' ? nothing : html`<p class="note">${note}</p>`}${rowList(verdictRows(verdict))}</header>`;
};

const chapterHtml = (chapter: Chapter, i: number, level: number): Html => {
  const { sections } = chapter;
  const way = sections.filter(({ blocks }) => blocks.some(({ is }) => is === 'checklist'));
  const parts = sections.filter((section) => !way.includes(section) && !section.isReference);
  const folded = sections.filter(({ isReference }) => isReference);
  const write = (section: Section): Html => sectionHtml(section, level + 1);
  return html`<article id="failure-${i + 1}" class="${lookOf(chapter.verdict)}">${verdictHtml(chapter, level)}<div class="body">${way.map(write)}<div class="parts">${parts.map(write)}</div></div><div class="reference">${folded.map((section) => foldedHtml(section, level + 1))}</div></article>`;
};

const indexHtml = (chapters: readonly Chapter[]): Html => {
  if (chapters.length < 2) return nothing;
  const items = chapters.map(({ verdict }, i) => {
    const often = verdict.calls > 1 ? html` <span class="tag">${callsWords(verdict.calls)}</span>` : nothing;
    return html`<li class="${lookOf(verdict)}"><a href="#failure-${i + 1}">${verdictLine(verdict)}</a>${often}<p>${verdict.call}</p></li>`;
  });
  return html`<nav aria-label="Failures"><h1>${chapters.length} failures</h1><ol>${items}</ol></nav>`;
};

const titleOf = ({ chapters, closing }: ReportDocument): string => {
  const [first] = chapters;
  if (first === undefined) return closing?.title ?? 'Report';
  return chapters.length > 1 ? `${chapters.length} failures` : verdictLine(first.verdict);
};

const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A report as one HTML file: it needs no script and no network, and its policy allows neither. */
export const htmlReport = (report: ReportDocument): string => {
  const { tool, made, chapters, closing, about } = report;
  const level = chapters.length > 1 ? 2 : 1;
  const end =
    closing === undefined
      ? nothing
      : html`<section class="closing">${heading(chapters.length === 0 ? 1 : 2, closing.title)}${closing.blocks.map(blockHtml)}</section>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${titleOf(report)}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<header class="top"><span>${tool}</span><span>${made}</span></header>
<main>
${indexHtml(chapters)}
${chapters.map((chapter, i) => chapterHtml(chapter, i, level))}
${end}
</main>
<footer>${foldedHtml(about, 2)}</footer>
</body>
</html>
`;
  return page.html;
};
