import { extname } from 'node:path';

/** The formats of a report. */
export const FORMATS = ['text', 'markdown', 'html', 'json', 'jsonl', 'message', 'case'] as const;
export type Format = (typeof FORMATS)[number];

const FORMAT_OF: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** Endings of documents that no format here is: a report under such a name opens nowhere. */
export const isForeign = (file: string): boolean =>
  /^\.(?:pdf|docx?|odt|rtf|xlsx?|csv|pptx?|png|jpe?g|xml|ya?ml|zip)$/i.test(extname(file));

/** The format that the ending of a file name asks for. */
export const formatOf = (file: string | undefined): Format | undefined =>
  file?.endsWith('.case.md') ? 'case' : FORMAT_OF[extname(file ?? '').toLowerCase()];
