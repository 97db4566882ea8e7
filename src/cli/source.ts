import { StringDecoder } from 'node:string_decoder';
import { type EntryKind, entryKind } from '../index.ts';
import { encodingOf, TELLING_BYTES } from './encoding.ts';

/** An input as bytes that come in by and by. */
export interface Source {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** All of its bytes, where that is known before. */
  readonly size?: number;
}

/** Text of a source as it comes, with the bytes read so far. */
export interface Read {
  readonly text: string;
  readonly bytes: number;
}

/** Takes a source that is read entry by entry. */
export type Follow = (kind: EntryKind, source: Source, texts: AsyncIterable<Read>) => Promise<void>;

interface Decoder {
  readonly write: (chunk: Uint8Array) => string;
}

/** The decoder for a text that starts so. Characters may lie across chunks. */
const decoderFor = (start: Uint8Array): Decoder => {
  const encoding = encodingOf(start);
  if (encoding === 'utf-16be') {
    const decoder = new TextDecoder('utf-16be');
    return { write: (chunk) => decoder.decode(chunk, { stream: true }) };
  }
  const decoder = new StringDecoder(encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  return { write: (chunk) => decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)) };
};

/** The beginning of a source: as much as it takes to tell what it is. */
interface Beginning {
  readonly kind: EntryKind | 'text';
  readonly chunks: readonly Uint8Array[];
  readonly text: string;
  readonly bytes: number;
  readonly decoder: Decoder;
}

const readBeginning = async (chunks: AsyncIterator<Uint8Array>): Promise<Beginning> => {
  const read: Uint8Array[] = [];
  let decoder: Decoder | undefined;
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value, done } = await chunks.next();
    if (!done) {
      read.push(value);
      bytes += value.length;
      if (decoder !== undefined) text += decoder.write(value);
      else if (bytes >= TELLING_BYTES) {
        const start = Buffer.concat(read);
        decoder = decoderFor(start);
        text = decoder.write(start);
      }
    }
    const kind = decoder === undefined ? undefined : entryKind(text, done === true);
    if (kind !== undefined || done) {
      return { kind: kind ?? 'text', chunks: read, text, bytes, decoder: decoder ?? decoderFor(new Uint8Array()) };
    }
  }
};

const texts = async function* (start: Beginning, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Read> {
  let { bytes } = start;
  yield { text: start.text, bytes };
  for await (const chunk of rest) {
    bytes += chunk.length;
    yield { text: start.decoder.write(chunk), bytes };
  }
};

const collect = async (
  start: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | 'too-large'> => {
  const chunks = [...start];
  let size = chunks.reduce((sum, { length }) => sum + length, 0);
  if (size > limit) return 'too-large';
  for await (const chunk of rest) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return 'too-large';
  }
  return Buffer.concat(chunks);
};

/**
 * Reads a source. A HAR or JSON lines go to `follow`, at any size; anything else comes back as bytes, up to the limit.
 * Without `follow` everything does.
 */
export const readSource = async (
  source: Source,
  limit: number,
  follow: Follow | undefined,
): Promise<Uint8Array | 'too-large' | 'followed'> => {
  const iterator = source.chunks[Symbol.asyncIterator]();
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => iterator };
  const start = follow === undefined ? undefined : await readBeginning(iterator);
  if (follow !== undefined && start !== undefined && start.kind !== 'text') {
    await follow(start.kind, source, texts(start, rest));
    return 'followed';
  }
  return (source.size ?? 0) > limit ? 'too-large' : collect(start?.chunks ?? [], rest, limit);
};

/** The text of a source as it comes, whatever it holds. */
export const textsOf = async function* ({ chunks }: Source): AsyncGenerator<string> {
  let start: Uint8Array | undefined;
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      start = start === undefined ? chunk : Buffer.concat([start, chunk]);
      if (start.length < TELLING_BYTES) continue;
      decoder = decoderFor(start);
      yield decoder.write(start);
    } else yield decoder.write(chunk);
  }
  if (decoder === undefined && start !== undefined) yield decoderFor(start).write(start);
};
