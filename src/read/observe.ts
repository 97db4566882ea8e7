import { type Facts, type OpenEvidence, toEvidence } from '../facts/evidence.ts';
import type { Message, Recognised } from '../model/diagnosis.ts';
import type { Place } from '../model/evidence.ts';
import type { Incident } from '../model/incident.ts';
import type { Secret } from '../model/secret.ts';
import { DECODED, decodedToken } from './entra/decoded-token.ts';
import { credentialOf, loneCredential } from './http/credential.ts';
import { messagesOf } from './messages.ts';
import { credentialFacts, tokenFacts } from './observe/observe-credential.ts';
import { entraFacts } from './observe/observe-entra.ts';
import { requestFacts } from './observe/observe-request.ts';
import { responseFacts } from './observe/observe-response.ts';
import { signInFacts } from './observe/observe-sign-in.ts';
import { textFacts } from './observe/observe-text.ts';
import { tokenRequestFacts } from './observe/observe-token-request.ts';
import { recognisedIn } from './recognised.ts';
import { orderFacts } from './refusal-order.ts';
import { reachFacts } from './said/reach-words.ts';

/** All facts read from one incident, what was recognised in it, one line each, and its messages as they may be shown. */
export interface Observation {
  readonly facts: OpenEvidence;
  readonly recognised: readonly Recognised[];
  readonly messages: readonly Message[];
}

const START: Place = { paste: 0, line: 1, what: 'text' };

const credentialPlace = (incident: Incident, secret: Secret): Place => {
  const loose = incident.pieces.find((piece) => piece.kind === 'credential' && piece.secret === secret.id);
  return loose?.place ?? incident.request?.place ?? START;
};

const decodedPlace = (incident: Incident): Place =>
  incident.pieces.find((piece) => piece.kind === 'credential' && piece.secret === DECODED)?.place ?? START;

const entraPlace = (incident: Incident): Place =>
  incident.pieces.find(({ kind }) => kind === 'entra-error')?.place ?? incident.tokenResponse?.place ?? START;

const tokenRequestPlace = (incident: Incident): Place =>
  incident.tokenRequest?.place ?? incident.pieces.find(({ kind }) => kind === 'setting')?.place ?? START;

const signInPlace = (incident: Incident): Place => incident.authorize?.place ?? incident.redirect?.place ?? START;

const observations = (incident: Incident, secrets: readonly Secret[]): readonly (readonly [Facts, Place])[] => {
  const { request, response } = incident;
  const credential = credentialOf(incident, secrets) ?? loneCredential(incident.text, secrets);
  return [
    ...(credential === undefined
      ? []
      : [
          [credentialFacts(credential), credentialPlace(incident, credential)] as const,
          [tokenFacts(credential), credentialPlace(incident, credential)] as const,
        ]),
    [decodedFacts(incident, credential), decodedPlace(incident)],
    ...(request === undefined ? [] : [[requestFacts(request, secrets), request.place] as const]),
    ...(response === undefined ? [] : [[responseFacts(response), response.place] as const]),
    [orderFacts(incident), response?.place ?? START],
    [entraFacts(incident), entraPlace(incident)],
    [tokenRequestFacts(incident, secrets), tokenRequestPlace(incident)],
    [signInFacts(incident, secrets), signInPlace(incident)],
    [textFacts(incident.text), START],
    [reachFacts(incident), START],
  ];
};

/** A token that was pasted decoded stands for the one that was sent, unless that one was seen itself. */
const decodedFacts = (incident: Incident, sent: Secret | undefined): Facts => {
  const isSeen =
    sent !== undefined && sent.mask === undefined && (sent.head === undefined || sent.claims !== undefined);
  const decoded = isSeen ? undefined : decodedToken(incident.text);
  if (decoded?.kind !== 'access-token') return {};
  const { 'credential.integrity': _, ...described } = credentialFacts(decoded);
  return { ...described, ...tokenFacts(decoded) };
};

/** Runs every observer over an incident. Where two say something of the same fact, the first counts. */
export const observe = (incident: Incident, secrets: readonly Secret[]): Observation => {
  const facts: OpenEvidence = new Map();
  for (const [given, place] of observations(incident, secrets)) {
    for (const [path, fact] of toEvidence(given, { by: 'read', place })) if (!facts.has(path)) facts.set(path, fact);
  }
  return { facts, recognised: recognisedIn(incident, secrets), messages: messagesOf(incident) };
};
