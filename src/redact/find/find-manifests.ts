import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { isValue } from './is-value.ts';

/** Members that say something about a secret: `AZURE_CLIENT_ID`. */
const TELLS = /(?:name|id|ur[il]|host|endpoint|type|namespace|user|tenant|authority|scope)$/i;

const valueAt = (name: string, value: string, start: number): readonly Found[] => {
  const end = start + value.length;
  const isSecret = !TELLS.test(name) && value.length >= 6 && isValue({ start, end, value, quoted: true }, 'key');
  return isSecret ? [{ start, end, field: 'key', value }] : [];
};

const KIND = /^[ \t-]{0,40}kind:[ \t]{1,5}["']?Secret["']?[ \t]{0,5}$/;
const DATA = /^[ \t-]{0,40}(?:data|stringData):[ \t]{0,5}$/;
const MEMBER = /^[ \t]{1,40}["']?([\w.-]{1,100})["']?:[ \t]{1,10}["']?([^\s"'|>&{[][^\s"']{0,8000})["']?[ \t]{0,10}$/;

/** The members of a map at one indentation: what stands under its `data:`, and whether its `kind:` says that it is secret. */
interface Manifest {
  readonly depth: number;
  readonly found: Found[];
  isSecret: boolean;
  isData: boolean;
}

/** The values of manifests in YAML, in one pass: the kind may stand behind them. */
const findInYaml = (text: string): readonly Found[] => {
  const found: Found[] = [];
  const open: Manifest[] = [];
  const close = (from: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= from) {
      const last = open.pop();
      if (last?.isSecret) found.push(...last.found);
    }
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const lead = /^[ \t]{0,40}(?:- )?/.exec(line)?.[0] ?? '';
    if (line === lead) continue;
    const [, name = '', value = ''] = MEMBER.exec(line) ?? [];
    const above = open.at(-1);
    if (above?.isData && lead.length > above.depth) {
      if (value !== '') above.found.push(...valueAt(name, value, start + line.lastIndexOf(value)));
      continue;
    }
    // A new document, a new element of a list, or the end of what is further in.
    close(line.startsWith('---') ? 0 : lead.length + Number(!lead.endsWith('- ')));
    if (open.at(-1)?.depth !== lead.length)
      open.push({ depth: lead.length, found: [], isSecret: false, isData: false });
    const own = open.at(-1);
    if (own === undefined) continue;
    own.isData = DATA.test(line);
    own.isSecret ||= KIND.test(line);
  }
  close(0);
  return found;
};

const KIND_IN_JSON = /["']kind["']\s{0,5}:\s{0,5}["']Secret["']/g;
const DATA_IN_JSON = /["'](?:data|stringData)["']\s{0,5}:\s{0,5}\{([^{}]{1,8000})\}/dg;
const PAIR = /["']([\w.-]{1,100})["']\s{0,5}:\s{0,5}["']([^\s"']{1,8000})["']/dg;
/** Between the kind and the data of a manifest stands what is said about it. */
const REACH = 6000;

const findInJson = (text: string): readonly Found[] => {
  const kinds = [...text.matchAll(KIND_IN_JSON)].map(({ index }) => index);
  let next = 0;
  return [...text.matchAll(DATA_IN_JSON)].flatMap(({ index, 1: data = '', indices }) => {
    while ((kinds[next] ?? text.length) < index - REACH) next += 1;
    if ((kinds[next] ?? Number.POSITIVE_INFINITY) > index + data.length + REACH) return [];
    const from = indices?.[1]?.[0] ?? 0;
    return [...data.matchAll(PAIR)].flatMap(({ 1: name = '', 2: value = '', indices: places }) =>
      valueAt(name, value, from + (places?.[2]?.[0] ?? 0)),
    );
  });
};

/** What a manifest of Kubernetes holds as a secret, under whatever name: https://kubernetes.io/docs/concepts/configuration/secret/ */
export const findManifests = findAll([
  { marks: ['kind: '], find: (text) => (/kind:[ \t]{1,5}["']?Secret/.test(text) ? findInYaml(text) : []) },
  { marks: ['stringdata', '"data"', "'data'"], find: findInJson },
]);
