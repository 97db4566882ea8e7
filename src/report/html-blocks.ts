import type { Block, Cell, Row, Side, StepGroup } from './document.ts';
import type { GatePath } from './gate-path.ts';
import { type Html, html, nothing, sentence } from './html-text.ts';
import { marksOf } from './style.ts';
import { commandWords, STATE_WORDS } from './words.ts';

/** The marks of a page, which always has them. */
export const MARKS = marksOf({ unicode: true });

const row = ({ label, tag, text }: Row): Html => {
  const sure = tag === undefined ? nothing : html` <span class="tag">${tag}</span>`;
  return html`<div><dt>${label}${sure}</dt><dd>${sentence(text)}</dd></div>`;
};

/** Labels with what they stand for. */
export const rowList = (rows: readonly Row[], look = 'rows'): Html => html`<dl class="${look}">${rows.map(row)}</dl>`;

const code = (text: string, tool = ''): Html => {
  const caption = tool === '' ? nothing : html`<figcaption>${tool}</figcaption>`;
  return html`<figure class="code">${caption}<pre><code>${text}</code></pre></figure>`;
};

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<td role="cell">${sentence(value)}</td>`
    : html`<td role="cell"><code>${value.code}</code></td>`;

/** Narrow screens show each row as a block, which would take a table its meaning; the roles keep it. */
const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): Html => {
  const heads = head.map((title) => html`<th role="columnheader" scope="col">${title}</th>`);
  const lines = rows.map((cells) => html`<tr role="row">${cells.map(cell)}</tr>`);
  return html`<table role="table" class="columns-${head.length}"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${lines}</tbody></table>`;
};

const checklist = ({ reached, behind }: GatePath): Html => {
  const gates = reached.map(({ gate, state, because, isStop }) => {
    const look = isStop ? `${state} stop` : state;
    return html`<li class="${look}"><span class="mark" aria-hidden="true">${MARKS[state]}</span><div><b>${gate}</b><span class="spoken"> ${STATE_WORDS[state]}</span><p>${sentence(because)}</p></div></li>`;
  });
  const rest = html`<li class="behind"><span class="mark" aria-hidden="true"></span><div><p>Not reached: ${behind.join(', ')}</p></div></li>`;
  return html`<ol class="path">${gates}${behind.length === 0 ? nothing : rest}</ol>`;
};

const side = ({ title, rows, otherwise }: Side): Html => {
  const list = rows.length === 0 ? html`<p class="quiet">${otherwise}</p>` : rowList(rows, 'signs');
  return html`<div><h3>${title}</h3>${list}</div>`;
};

const step = ({ number, do: text, where, commands, confirm }: StepGroup['steps'][number]): Html => {
  const rows = [
    ...(where === undefined ? [] : [{ label: 'Where', text: where }]),
    ...(confirm === undefined ? [] : [{ label: 'Done when', text: confirm }]),
  ];
  const details = rows.length === 0 ? nothing : rowList(rows, 'where');
  return html`<li value="${number}"><span class="number" aria-hidden="true">${number}</span><div><p>${sentence(text)}</p>${commands.map((each) => code(each.text, commandWords(each.tool)))}${details}</div></li>`;
};

const group = ({ who, steps }: StepGroup): Html =>
  html`<div class="who"><h3>${who}</h3><ol start="${steps[0]?.number ?? 1}">${steps.map(step)}</ol></div>`;

/** Addresses of rules become links; nothing that was pasted does. */
const link = (url: string): Html =>
  /^https:\/\//.test(url)
    ? html`<li><a href="${url}" rel="noreferrer noopener">${url.replace('https://', '')}</a></li>`
    : html`<li>${url}</li>`;

type Writers = { readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>) => Html };

const WRITERS: Writers = {
  paragraph: ({ text }) => html`<p>${sentence(text)}</p>`,
  list: ({ items }) => html`<ul>${items.map((item) => html`<li>${sentence(item)}</li>`)}</ul>`,
  rows: ({ rows }) => rowList(rows),
  causes: ({ causes }) => rowList(causes, 'causes'),
  table: ({ head, rows }) => table(head, rows),
  code: ({ text }) => code(text),
  links: ({ urls }) => html`<ul class="links">${urls.map(link)}</ul>`,
  checklist: ({ path }) => checklist(path),
  sides: ({ sides }) => html`<div class="sides">${sides.map(side)}</div>`,
  steps: ({ groups }) => html`<div class="steps">${groups.map(group)}</div>`,
};

/** One block as HTML. */
export const blockHtml = (block: Block): Html => (WRITERS[block.is] as (block: Block) => Html)(block);
