import type { FactSpec } from '../model/fact.ts';
import { accessFacts } from './catalog/access.ts';
import { answerFacts } from './catalog/answer.ts';
import { appFacts } from './catalog/app.ts';
import { callFacts } from './catalog/call.ts';
import { callerFacts } from './catalog/caller.ts';
import { credentialFacts } from './catalog/credential.ts';
import { environmentFacts } from './catalog/environment.ts';
import { itemFacts } from './catalog/item.ts';
import { observedFacts } from './catalog/observed.ts';
import { operationFacts } from './catalog/operation.ts';
import { saidFacts } from './catalog/said.ts';
import { settingFacts } from './catalog/setting.ts';
import { signInFacts } from './catalog/sign-in.ts';
import { tokenFacts } from './catalog/token.ts';
import { tokenRequestFacts } from './catalog/token-request.ts';
import { workspaceFacts } from './catalog/workspace.ts';

/** Facts by path, each with its type. The types of their words are of use to nobody, and would fill the declarations. */
type Typed<T> = { readonly [P in keyof T]: Omit<FactSpec, 'type'> & { readonly type: T[P] } };

const typed = <T extends Readonly<Record<string, FactSpec['type']>>>(facts: Typed<T>): Typed<T> => facts;

/**
 * Every fact there is. Readers give facts, rules compare them, questions ask for them; they meet only here.
 * No secret is ever a fact: claims are, tokens are not.
 */
const FACTS = typed({
  ...callerFacts,
  ...credentialFacts,
  ...callFacts,
  ...tokenFacts,
  ...operationFacts,
  ...answerFacts,
  ...tokenRequestFacts,
  ...signInFacts,
  ...observedFacts,
  ...saidFacts,
  ...settingFacts,
  ...workspaceFacts,
  ...itemFacts,
  ...accessFacts,
  ...appFacts,
  ...environmentFacts,
});

/** The path of a fact, such as `token.aud`. */
export type FactPath = keyof typeof FACTS;

/** The TypeScript type of a fact's value. */
export type ValueOf<P extends FactPath> = (typeof FACTS)[P]['type'] extends infer T
  ? T extends 'text' | 'time'
    ? string
    : T extends 'number'
      ? number
      : T extends 'flag'
        ? boolean
        : T extends 'list'
          ? readonly string[]
          : T extends 'numbers'
            ? readonly number[]
            : T extends readonly (infer V)[]
              ? V
              : never
  : never;

/** All paths, in catalog order. */
export const FACT_PATHS = Object.keys(FACTS) as readonly FactPath[];

/** Whether a text is the path of a fact. */
export const isFactPath = (path: string): path is FactPath => Object.hasOwn(FACTS, path);

/** The entry of a fact, in the general type. */
export const factSpec = (path: FactPath): FactSpec => FACTS[path];

/** The values a choice fact can have; undefined for other facts. */
export const choicesOf = (spec: FactSpec): readonly string[] | undefined =>
  typeof spec.type === 'string' ? undefined : spec.type;
