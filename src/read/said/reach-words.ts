import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { Incident } from '../../model/incident.ts';
import { isCompared } from '../answer/code-words.ts';
import { isBareToken } from '../http/bare-token.ts';
import { onlyOne } from '../text/only-one.ts';
import { remembered } from '../text/remembered.ts';
import { lineBefore } from '../text/text.ts';
import { OF_LIBRARIES } from './reach-libraries.ts';

type Outcome = Exclude<ValueOf<'reach.outcome'>, 'answered' | 'no-answer'>;

/**
 * What curl, Node, Python, .NET, Java and browsers print when a call ends before any answer. Codes of curl:
 * https://curl.se/docs/manpage.html#EXIT ; of Node: https://nodejs.org/api/errors.html#common-system-errors ; of Chrome:
 * https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
const WORDS: Readonly<Record<Outcome, RegExp>> = {
  dns: /\bcurl: \(6\)|\bcould not resolve host\b|\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN|failed)|\bname or service not known\b|\bremote name could not be resolved\b|\bno such host is known\b|\bUnknownHostException\b|\bERR_NAME_NOT_RESOLVED\b|\bNS_ERROR_UNKNOWN_HOST\b/gi,
  tls: /\bcurl: \((?:35|51|60)\)|\bSSL certificate problem\b|\bCERT_HAS_EXPIRED\b|\bcertificate[_ ]verify[_ ]failed\b|\bSELF_SIGNED_CERT_IN_CHAIN\b|\bUNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT_LOCALLY)\b|\bPKIX path building failed\b|\bERR_(?:CERT|SSL)_[A-Z_]{3,40}/gi,
  timeout:
    /\bcurl: \(28\)|\bETIMEDOUT\b|\bConnectTimeoutError\b|\bERR_(?:CONNECTION_)?TIMED_OUT\b|\bNS_ERROR_NET_TIMEOUT\b/gi,
  refused:
    /\bcurl: \(7\)|\bECONNREFUSED\b|\bECONNRESET\b|\bactively refused it\b|\bforcibly closed by the remote host\b|\bERR_CONNECTION_(?:REFUSED|RESET|CLOSED)\b|\bNS_ERROR_(?:CONNECTION_REFUSED|NET_RESET)\b/gi,
  proxy:
    /\b407[ :("']{1,4}Proxy Authentication Required\b|\bHTTP code 407 from proxy\b|\bcannot connect to proxy\b|\bERR_(?:PROXY|TUNNEL)_CONNECTION_FAILED\b/gi,
};
const OUTCOMES = Object.keys(WORDS) as readonly Outcome[];

/** What says that no answer came and not why: the network tab, `fetch`, axios, and recordings of calls with status 0. */
const NO_ANSWER =
  /\bNo answer came \(status 0\)|\bStatus Code: \(failed\)|\bnet::ERR_FAILED\b|\bTypeError: (?:Failed to fetch|fetch failed|Load failed|NetworkError when attempting to fetch resource)|\bAxiosError: Network Error\b|\bERR_NETWORK\b|\bstatus(?: ?code)?["']?[ :=]{1,3}0\b(?![.\dx])/gi;

/** A list of codes in a program, as `['ECONNRESET', 'ETIMEDOUT'].includes(code)`: nothing happened yet. */
const LISTED = /[[(,]\s{0,4}["'`]$/;
/** Addresses of this machine and of the managed identity: a failure there says nothing of the service. */
const LOCAL = /\blocalhost\b|\b127\.0\.0\.1\b|::1\b|\b169\.254\.169\.254\b/i;

const happened = (text: string, from: number): boolean => {
  const before = lineBefore(text, from, 200);
  const [after = ''] = text.slice(from, from + 200).split('\n', 1);
  return !isCompared(text, from) && !LISTED.test(before) && !LOCAL.test(before + after);
};

const says = (text: string, words: RegExp): boolean =>
  [...text.matchAll(words)].some(({ index }) => happened(text, index));

const outcomesIn = remembered((text): readonly Outcome[] => {
  const said = OUTCOMES.filter((outcome) => says(text, WORDS[outcome]) || says(text, OF_LIBRARIES[outcome]));
  // A proxy that gives no way is told with the time-out or refusal by which it was noticed.
  return said.includes('proxy') ? ['proxy'] : said;
});

const noAnswerIn = (text: string): boolean => says(text, NO_ANSWER) || says(text, OF_LIBRARIES['no-answer']);

/** What stands in front of the host whose name was not found. */
const NOT_FOUND =
  /(?:\bresolve(?: host)?:?|\bENOTFOUND|\bEAI_AGAIN|\blookup|\bUnknownHostException:|\b(?:resolved|konnte nicht aufgelöst werden):|\bhost is known\.|\bunable to resolve host address|HTTPSConnectionPool\(host=) {0,2}["'‘“(]?([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})(?![\w.-])/gi;

const hostNotFound = (text: string): string | undefined =>
  onlyOne([...text.matchAll(NOT_FOUND)].map(([, host = '']) => host.toLowerCase()));

/** How the call ended before the service could answer; nothing where it answered, or where the text says two things. */
export const reachFacts = ({ text, response, tokenResponse }: Incident): Facts => {
  if (isBareToken(text)) return {};
  const status = response?.status ?? tokenResponse?.status;
  const [outcome, ...others] = outcomesIn(text);
  if (outcome === undefined) return status === undefined && noAnswerIn(text) ? { 'reach.outcome': 'no-answer' } : {};
  const fits = status === undefined || (status === 407 && outcome === 'proxy');
  if (others.length > 0 || !fits) return {};
  const host = outcome === 'dns' ? hostNotFound(text) : undefined;
  return { 'reach.outcome': outcome, ...(host !== undefined && { 'reach.host': host }) };
};
