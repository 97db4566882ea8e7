import { factSpec, isFactPath } from '../facts/catalog.ts';
import { holds, match } from '../match/match.ts';
import type { Conclusion, GateState } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import { GATES, type Gate, type When } from '../model/rule.ts';
import type { Judgement } from './judge.ts';

/** What a gate asks, and the ways in which it shows that it was passed. */
interface GateSpec {
  readonly asks: string;
  readonly passed: readonly Passed[];
}

/** One way in which the evidence shows that a gate was passed, in words. */
interface Passed {
  readonly when: When;
  readonly because: string;
}

const APPS = ['service-principal', 'managed-identity'] as const;

/** The checklist. A gate is passed only where the evidence shows it: everything else is unknown. */
const GATE_SPECS: Readonly<Record<Gate, GateSpec>> = {
  reach: {
    asks: 'Did the request arrive at all?',
    passed: [
      {
        when: [
          { 'response.status': { known: true } },
          { 'response.code': { known: true } },
          { 'entra.code': { known: true } },
          { 'token-request.status': { known: true } },
          { 'reach.outcome': 'answered' },
        ],
        because: 'The service answered.',
      },
    ],
  },
  'sign-in': {
    asks: 'Did the sign-in succeed?',
    passed: [
      { when: { 'caller.kind': APPS }, because: 'An app signs in with its own credential; nobody has to sign in.' },
      {
        when: [{ 'sign-in.returned': ['code', 'token'] }, { 'sign-in.got-token': true }],
        because: 'A code or token came back.',
      },
    ],
  },
  'token-request': {
    asks: 'Was the token asked for rightly?',
    passed: [{ when: { 'sign-in.got-token': true }, because: 'A token was issued.' }],
  },
  credential: {
    asks: 'Is what was sent an access token at all?',
    passed: [
      {
        when: { 'credential.kind': 'access-token', 'credential.integrity': 'whole' },
        because: 'It is a whole access token.',
      },
    ],
  },
  token: {
    asks: 'Is the token whole, in time, from the right issuer?',
    passed: [{ when: { 'token.lifetime': 'valid' }, because: 'It was in time when the call was made.' }],
  },
  audience: {
    asks: 'Was it issued for the API that was called?',
    passed: [{ when: { 'call.audience': 'right' }, because: 'The audience belongs to the API that was called.' }],
  },
  'tenant-setting': {
    asks: 'Does the tenant let this kind of caller use this kind of API?',
    passed: [
      {
        when: [
          { 'observed.list-workspaces': ['with-this-one', 'without-this-one'] },
          { 'setting.sp-public-apis': 'covers-caller', 'operation.admin': false },
          { 'observed.reads': 'works' },
        ],
        because: 'The same caller gets answers from other operations.',
      },
    ],
  },
  operation: {
    asks: 'Does the operation exist and accept this kind of caller?',
    passed: [
      {
        when: [
          {
            'operation.found': 'yes',
            'caller.kind': APPS,
            'operation.service-principal': 'yes',
            'operation.my-workspace': false,
          },
          { 'operation.found': 'yes', 'caller.kind': 'user', 'operation.user': 'yes' },
        ],
        because: 'It is documented for this kind of caller.',
      },
    ],
  },
  permission: {
    asks: 'Does the token carry the scope that the operation needs?',
    passed: [
      { when: { 'operation.scopes-met': true }, because: 'A scope that it takes is in the token.' },
      { when: { 'caller.kind': APPS, 'operation.admin': false }, because: 'An app needs no scope there.' },
    ],
  },
  workspace: {
    asks: 'Does the caller have the workspace role?',
    passed: [
      { when: [{ 'operation.role-met': true }, { 'workspace.role': 'admin' }], because: 'Its role is high enough.' },
    ],
  },
  item: {
    asks: 'Does the caller have the right on the item, and is the item there?',
    passed: [{ when: { 'item.permission': 'write' }, because: 'The caller may write to the item.' }],
  },
  service: {
    asks: 'Do limits, licence, capacity and the service itself allow it?',
    passed: [
      { when: { 'service.health': 'fine', 'capacity.state': 'active' }, because: 'Service and capacity are up.' },
    ],
  },
};

/** What shows by itself that the call never arrived, whatever the cause. */
const NO_ANSWER: When = { 'reach.outcome': { known: true, 'not-in': ['answered'] } };

const needsOf = (outcome: ReturnType<typeof match>): readonly string[] =>
  outcome.is === 'unknown' ? outcome.needs : [];

const whyUnknown = (needs: readonly string[]): string => {
  const paths = needs.filter(isFactPath);
  const askable = paths.find((path) => factSpec(path).ask !== undefined);
  if (askable) return `Not known: ${factSpec(askable).meaning}.`;
  return paths[0] ? `Not seen: ${factSpec(paths[0]).meaning}.` : 'It cannot be seen from here.';
};

/**
 * The state of each gate. Up to where the call stops a gate is passed or unknown; what lies behind was not reached,
 * unless a confirmed cause shows that it would fail next.
 */
export const checklist = (
  evidence: Evidence,
  ranked: readonly Judgement[],
  conclusion: Conclusion,
): readonly GateState[] => {
  const isLost = conclusion.is === 'unexplained' && holds(NO_ANSWER, evidence);
  const stop = conclusion.is === 'stops-at' ? GATES.indexOf(conclusion.gate) : isLost ? 0 : GATES.length;
  return GATES.map((gate, i): GateState => {
    const { asks, passed } = GATE_SPECS[gate];
    const cause = ranked.find(({ rule, verdict }) => rule.gate === gate && verdict === 'confirmed');
    const stopsHere = conclusion.is === 'stops-at' && conclusion.gate === gate;
    const first = stopsHere ? ranked[0] : cause;
    if (first) return { gate, asks, state: 'failed', because: `${first.rule.title}.` };
    if (isLost && i === stop) return { gate, asks, state: 'failed', because: 'No answer came.' };
    if (i > stop) return { gate, asks, state: 'not-reached', because: 'The call stopped before.' };
    const shown = passed.find(({ when }) => holds(when, evidence));
    if (shown) return { gate, asks, state: 'passed', because: shown.because };
    const needs = passed.flatMap(({ when }) => needsOf(match(when, evidence)));
    return { gate, asks, state: 'unknown', because: whyUnknown(needs) };
  });
};
