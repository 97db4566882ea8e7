/** A piece of HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

type Value = string | number | Html | readonly Html[];

const valueHtml = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map(({ html: text }) => text).join('');
};

/** Builds HTML: texts are escaped, also inside quoted attributes; pieces made here before are put in as they are. */
export const html = ({ raw }: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: raw.map((part, i) => part + (i < values.length ? valueHtml(values[i] ?? '') : '')).join(''),
});

/** A sentence, in which what stands between backticks is code. */
export const sentence = (text: string): Html => ({
  html: text
    .split(/`([^`\n]{1,200})`/)
    .map((part, i) => (i % 2 === 0 ? escaped(part) : `<code>${escaped(part)}</code>`))
    .join(''),
});

/** No HTML at all. */
export const nothing: Html = { html: '' };
