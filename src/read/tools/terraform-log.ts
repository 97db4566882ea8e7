import type { Request, Response } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import {
  jsonFields,
  type LogFields,
  TERRAFORM_MARK,
  type TerraformMessage,
  terraformMessage,
} from './terraform-http.ts';

/** A line of the log with the lines that go on with it: https://github.com/hashicorp/go-hclog */
interface Entry {
  readonly lines: readonly Line[];
}

const FIELD = /(?:^| )([@A-Za-z][\w.-]{0,100})=(?:"((?:[^"\\]|\\.){0,100000})"|\[([^[\]\n]{0,8000})\]|(\S{0,8000}))/g;
/** A value of several lines has its name on a line of its own, and a bar before each of them. */
const NAME_ALONE = /^ {2}([@A-Za-z][\w.-]{0,100})=$/;
const VALUE_LINE = /^ {2}\| ?(.*)$/;
const GOES_ON = /^ {2,3}(?:[|@A-Za-z])/;

const unescaped = (quoted: string): string =>
  quoted.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\"', '"').replaceAll('\\\\', '\\');

const fieldsOf = ({ lines }: Entry): LogFields => {
  const fields = new Map<string, string>();
  let name: string | undefined;
  for (const { text } of lines) {
    const said = VALUE_LINE.exec(text)?.[1];
    const alone = NAME_ALONE.exec(text)?.[1];
    if (said !== undefined && name !== undefined) fields.set(name, `${fields.get(name) ?? ''}${said}\n`);
    else if (alone !== undefined) name = alone;
    else
      for (const [, own = '', quoted, list, bare = ''] of text.matchAll(FIELD))
        fields.set(own, quoted === undefined ? (list ?? bare) : unescaped(quoted));
  }
  return fields;
};

const entriesIn = (text: string): readonly Entry[] => {
  const entries: Line[][] = [];
  for (const line of linesOf(text)) {
    if (GOES_ON.test(line.text)) entries.at(-1)?.push(line);
    else entries.push([line]);
  }
  return entries
    .filter((lines) => lines.some((line) => line.text.includes(TERRAFORM_MARK)))
    .map((lines) => ({ lines }));
};

interface Logged {
  readonly message: TerraformMessage;
  readonly from: number;
  readonly to: number;
  /** All fields are there: the time when it was sent comes last, and the line ends. */
  readonly whole: boolean;
}

const loggedIn = (text: string): readonly Logged[] =>
  entriesIn(text).flatMap(({ lines }): readonly Logged[] => {
    const [first = { text: '', from: 0, to: 0 }] = lines;
    const json = first.text.includes(`"${TERRAFORM_MARK}"`);
    const fields = json ? jsonFields(first.text) : fieldsOf({ lines });
    const message = fields === undefined ? undefined : terraformMessage(fields);
    const to = lines.at(-1)?.to ?? first.to;
    const whole = json || (fields?.has('timestamp') === true && to < text.length);
    return message === undefined ? [] : [{ message, from: first.from, to, whole }];
  });

/** What adds the token may come behind the transport that logs, so no request is shown whole. */
const requestOf = ({ message, from }: Logged, place: Placer): Request => {
  const { method, url, headers, body } = message;
  return {
    kind: 'request',
    place: place(from, 'request in a log of Terraform'),
    complete: false,
    headers,
    ...authorizationIn(headers, false),
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { url }),
    ...(body === undefined || body === '' ? {} : { body }),
  };
};

const responseOf = ({ message, from, whole }: Logged, asked: TerraformMessage | undefined, place: Placer): Response => {
  const { status, headers, body } = message;
  return {
    kind: 'response',
    place: place(from, 'answer in a log of Terraform'),
    complete: whole && body !== undefined,
    headers,
    ...(status === undefined ? {} : { status }),
    ...(body === undefined ? {} : { body }),
    ...(asked?.method === undefined ? {} : { method: asked.method }),
    ...(asked?.url === undefined ? {} : { url: asked.url }),
  };
};

/** Reads the messages that providers of Terraform log with TF_LOG=DEBUG, as text and in JSON. */
export const terraformLogReader: Reader = {
  id: 'terraform-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!text.includes(TERRAFORM_MARK)) return [];
    const place = placerOf(text, paste);
    const asked = new Map<string, TerraformMessage>();
    return loggedIn(text).map((logged): Found => {
      const { message, from, to } = logged;
      if (message.is === 'request' && message.call !== undefined) asked.set(message.call, message);
      const before = message.call === undefined ? undefined : asked.get(message.call);
      const piece = message.is === 'request' ? requestOf(logged, place) : responseOf(logged, before, place);
      return { piece, from, to };
    });
  },
};
