import type { Rule } from '../model/rule.ts';
import data from './data/service-codes.json' with { type: 'json' };
import { causesNaming } from './explain-causes.ts';
import { detail, type Entry, type Explanation, type Grounds } from './explain-model.ts';

/** Where the fault lies that a service reports. */
export type Side = 'token' | 'caller' | 'request' | 'capacity' | 'network' | 'service';

/** An error code, header value or telling message of an API. */
export interface ServiceCode {
  readonly code: string;
  readonly apis: readonly string[];
  readonly side: Side;
  /** HTTP statuses that it was seen with. */
  readonly statuses: readonly number[];
  /** Headers that carry it. */
  readonly headers: readonly string[];
  readonly basis: readonly Grounds[];
  readonly sources: readonly string[];
  readonly means: string;
}

/** The day on which the codes were gathered. */
export const SERVICE_CODES_AS_OF = data.asOf;

/** Every code that is known. */
export const serviceCodes = (): readonly ServiceCode[] => data.codes as readonly ServiceCode[];

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  token: 'the token. What was sent is not accepted',
  caller: 'the caller. The token is good, and a right, role, setting or licence is missing',
  request: 'the request. What was asked for is wrong, not there, or not possible now',
  capacity: 'the capacity that the workspace runs on',
  network: 'the network. Where the call comes from is not allowed',
  service: 'the service. Wait, and repeat',
};

/** The facts that hold such a code. */
export const SERVICE_CODE_FACTS = ['response.code', 'response.codes', 'response.error-info'] as const;
const TEXTS = ['response.message', 'evidence.text'];

/** Codes are compared with codes; a message, which has blanks, with the texts that rules look for. */
const factsFor = (code: string): readonly string[] => (code.includes(' ') ? TEXTS : SERVICE_CODE_FACTS);

const explain = (code: ServiceCode, rules: readonly Rule[]): Explanation => ({
  kind: 'service-code',
  id: code.code,
  title: code.code,
  means: code.means,
  details: [
    ...detail('Sent by', code.apis.join(', ')),
    ...detail('Points at', SIDE_WORDS[code.side]),
    ...detail('Seen with status', code.statuses.join(', ')),
    ...detail('Header', code.headers.join(', ')),
  ],
  causes: causesNaming(rules, factsFor(code.code), code.code),
  basis: code.basis,
  sources: code.sources,
  asOf: SERVICE_CODES_AS_OF,
});

/** Every code of the services, to be looked up by itself. */
export const serviceEntries = (rules: readonly Rule[]): readonly Entry[] =>
  serviceCodes().map((code) => ({
    kind: 'service-code',
    id: code.code,
    names: [code.code],
    explain: () => explain(code, rules),
  }));
