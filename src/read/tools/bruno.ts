import type { Header } from '../../model/incident.ts';
import { filling, formOf, type KeptAuth, type KeptRequest, type Pairs, sentRequests } from '../http/kept-request.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';

/** A block of a `.bru` file: `headers {`, its lines, and the bracket at the start of a line. */
interface Block {
  readonly name: string;
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

const OPENS =
  /^(meta|get|post|put|patch|delete|head|options|params:(?:query|path)|query|headers|(?:auth|body|vars|script)(?::[\w-]{2,24}){0,2}|assert|tests|settings|docs) \{$/;
const METHOD = /^(?:get|post|put|patch|delete|head|options)$/;

const blocksIn = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const start = lines[at];
    const name = OPENS.exec(start?.text.trimEnd() ?? '')?.[1];
    if (start === undefined || name === undefined) continue;
    let end = at + 1;
    while (end < lines.length && !lines[end]?.text.startsWith('}')) end += 1;
    const own = lines.slice(at + 1, end).map(({ text }) => text.replace(/^ {2}/, ''));
    const to = lines[end]?.to ?? lines.at(-1)?.to ?? start.to;
    blocks.push({ name, lines: own, from: start.from, to, closed: end < lines.length });
    at = end;
  }
  return blocks;
};

/** The pairs of a block; those with `~` before the name are switched off. */
const pairs = (block: Block | undefined): Pairs =>
  (block?.lines ?? []).flatMap((line): Pairs => {
    const [, name, value = ''] = /^[ \t]{0,8}([^~\s:][^\s:]{0,119}): ?(.{0,60000})$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.trim()]];
  });

const TYPES: Readonly<Record<string, string>> = {
  'body:json': 'application/json',
  'body:form-urlencoded': 'application/x-www-form-urlencoded',
  'body:multipart-form': 'multipart/form-data',
  'body:xml': 'application/xml',
  'body:text': 'text/plain',
};

const bodyOf = (blocks: readonly Block[]): { readonly body?: string; readonly type?: string } => {
  const block = blocks.find(({ name, closed }) => closed && TYPES[name] !== undefined);
  const type = TYPES[block?.name ?? ''];
  if (block === undefined || type === undefined) return {};
  return { body: block.name.includes('form') ? formOf(pairs(block)) : block.lines.join('\n'), type };
};

const authOf = (blocks: readonly Block[]): KeptAuth | undefined => {
  const block = blocks.find(({ name, closed }) => closed && name.startsWith('auth:'));
  return block === undefined ? undefined : { type: block.name.slice('auth:'.length), values: pairs(block) };
};

const keptRequest = (blocks: readonly Block[], call: Block): KeptRequest => {
  const url = pairs(call).find(([name]) => name === 'url')?.[1];
  const headers = pairs(blocks.find(({ name }) => name === 'headers')).map(
    ([name, value]): Header => ({ name, value }),
  );
  const auth = authOf(blocks);
  return {
    method: call.name,
    headers,
    ...(url === undefined || url === '' ? {} : { url }),
    ...(auth === undefined ? {} : { auth }),
    ...bodyOf(blocks),
  };
};

/** The blocks of each file: every one begins with `meta`, or with the block of its method. */
const filesOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const files: Block[][] = [[]];
  for (const block of blocks) {
    const own = files.at(-1) ?? [];
    const isNext = block.name === 'meta' || (METHOD.test(block.name) && own.some(({ name }) => METHOD.test(name)));
    if (isNext && own.length > 0) files.push([block]);
    else own.push(block);
  }
  return files;
};

/**
 * Reads requests in the files of Bruno: https://docs.usebruno.com. A collection and its folders may
 * add headers, so no request is called whole.
 */
export const brunoReader: Reader = {
  id: 'bruno',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/^(?:get|post|put|patch|delete|head|options) \{\s{0,4}$/m.test(text)) return [];
    const place = placerOf(text, paste);
    const blocks = blocksIn(linesOf(text));
    const fill = filling(blocks.filter(({ name }) => name.startsWith('vars')).flatMap(pairs));
    return filesOf(blocks).flatMap((own): readonly Found[] => {
      const call = own.find(({ name, closed }) => closed && METHOD.test(name));
      if (call === undefined) return [];
      const kept = keptRequest(own, call);
      const from = own[0]?.from ?? call.from;
      const to = own.at(-1)?.to ?? call.to;
      const keeper = { client: 'Bruno', place: place(from, 'request of Bruno'), fill };
      return sentRequests(kept, false, keeper).map((piece) => ({ piece, from, to }));
    });
  },
};
