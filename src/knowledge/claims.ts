import type { Rule } from '../model/rule.ts';
import data from './data/claims.json' with { type: 'json' };
import { causesNaming } from './explain-causes.ts';
import { detail, type Entry, type Explanation, type Grounds } from './explain-model.ts';

/** One claim of a token, or a field of its header. */
export interface Claim {
  readonly claim: string;
  readonly where: 'claims' | 'header';
  readonly means: string;
  readonly tells: string;
  readonly basis: readonly Grounds[];
  readonly source?: string;
}

/** The day on which the claims were gathered. */
export const CLAIMS_AS_OF = data.asOf;

const REFERENCE = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';

const CLAIMS = data.claims as readonly Claim[];

/** The entry of a claim; undefined for one that nobody here knows. */
export const claimNamed = (name: string): Claim | undefined => CLAIMS.find(({ claim }) => claim === name);

/** Facts whose name is not that of their claim. */
const FACT_OF: Readonly<Record<string, readonly string[]>> = {
  aud: ['token.aud', 'token.resource', 'call.audience'],
  appid: ['token.app-id'],
  azp: ['token.app-id'],
  appidacr: ['token.app-auth'],
  azpacr: ['token.app-auth'],
  xms_mirid: ['token.managed-identity'],
  wids: ['token.wids', 'token.directory-admin'],
  exp: ['token.lifetime', 'token.exp'],
  nbf: ['token.lifetime', 'token.nbf'],
  cnf: ['token.bound'],
};

const explain = (claim: Claim, rules: readonly Rule[]): Explanation => ({
  kind: 'claim',
  id: claim.claim,
  title: claim.claim,
  means: claim.means,
  details: [
    ...detail('What it tells', claim.tells),
    ...detail('Stands in', claim.where === 'header' ? 'the header of the token' : 'the claims of the token'),
  ],
  causes: causesNaming(rules, FACT_OF[claim.claim] ?? [`token.${claim.claim.replaceAll('_', '-')}`]),
  basis: claim.basis,
  sources: claim.basis.includes('documented') ? [claim.source ?? REFERENCE] : [],
  asOf: CLAIMS_AS_OF,
});

/** Every claim, to be looked up by its name. */
export const claimEntries = (rules: readonly Rule[]): readonly Entry[] =>
  CLAIMS.map((claim) => ({
    kind: 'claim',
    id: claim.claim,
    names: [claim.claim],
    explain: () => explain(claim, rules),
  }));
