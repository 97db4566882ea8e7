import type { FactPath } from '../facts/catalog.ts';
import { type TenantSetting, tenantSettings } from '../knowledge/settings.ts';
import type { Diagnosis, Finding, Question, Step } from '../model/diagnosis.ts';
import type { Who } from '../model/fact.ts';
import { neutralise } from '../redact/neutralise.ts';
import { inline } from './markdown-text.ts';
import { WHO_WORDS } from './words.ts';

/** A text to send to somebody who has to act, or who alone can look something up. */
export interface Letter {
  readonly to: Exclude<Who, 'caller' | 'nobody'>;
  readonly text: string;
}

/** Ids that an administrator looks things up by, with what to call them. */
const IDS = {
  'caller.app-id': 'Application (client) id',
  'caller.object-id': 'Object id',
  'caller.tenant-id': 'Tenant id',
  'call.workspace-id': 'Workspace id',
  'response.request-id': 'Request id',
  'entra.correlation-id': 'Correlation id of the sign-in',
} as const satisfies Partial<Record<FactPath, string>>;

/** Group members and roles are given to the enterprise application; the registration has another object id. */
const OF_THE_ENTERPRISE_APP = 'Object id of the enterprise application (not of the app registration)';

const known = ({ facts }: Diagnosis, path: FactPath): string | undefined => {
  const fact = facts[path];
  return fact?.state === 'known' ? String(fact.value) : undefined;
};

const idLines = (diagnosis: Diagnosis): readonly string[] => {
  const isUser = known(diagnosis, 'caller.kind') === 'user';
  return Object.keys(IDS).flatMap((path) => {
    const value = known(diagnosis, path as keyof typeof IDS);
    const label = IDS[path as keyof typeof IDS];
    const words = path === 'caller.object-id' ? (isUser ? 'Object id of the user' : OF_THE_ENTERPRISE_APP) : label;
    return value === undefined ? [] : [`- ${words}: ${inline(value)}`];
  });
};

const settingIn = (text: string): TenantSetting | undefined => tenantSettings().find(({ name }) => text.includes(name));

/** What the portal may still call a setting that a step names, unless the step says it itself. */
const earlierNames = ({ do: what, where = '' }: Step): readonly string[] => {
  const { earlier: all = [] } = settingIn(`${where} ${what}`) ?? {};
  const earlier = all.filter((name) => !what.includes(name));
  return earlier.length === 0 ? [] : [`Older portals call it: ${earlier.map((name) => `"${name}"`).join(', ')}.`];
};

const stepLines = (step: Step, number: number): readonly string[] => [
  `${number}. ${inline(step.do)}`,
  ...(step.where === undefined ? [] : [`   Where: ${inline(step.where)}`]),
  ...earlierNames(step).map((line) => `   ${inline(line)}`),
  ...(step.confirm === undefined ? [] : [`   Done when: ${inline(step.confirm)}`]),
];

const SURE: Readonly<Partial<Record<Finding['verdict'], string>>> = {
  confirmed: 'The reason is found',
  likely: 'The likely reason',
};

const reasonLines = ({ title, verdict, for: signs }: Finding): readonly string[] => {
  const sign = signs[0]?.text;
  return [
    inline(`${SURE[verdict] ?? 'A possible reason'}: ${title}.`),
    ...(sign === undefined ? [] : [inline(`What shows it: ${sign}`)]),
  ];
};

const letter = (diagnosis: Diagnosis, to: Letter['to'], middle: readonly string[]): Letter => {
  const ids = idLines(diagnosis);
  const lines = [
    `To: ${WHO_WORDS[to]}`,
    '',
    inline(`This call is refused: ${diagnosis.call}`),
    ...middle,
    ...(ids.length === 0 ? [] : ['', 'Which caller and call:', '', ...ids]),
  ];
  return { to, text: `${lines.join('\n')}\n` };
};

const isOther = (who: Who): who is Letter['to'] => who !== 'caller' && who !== 'nobody';

const toDo = (diagnosis: Diagnosis, finding: Finding): readonly Letter[] => {
  const others = [...new Set(finding.fix.map(({ who }) => who))].filter(isOther);
  return others.map((to) => {
    const steps = finding.fix.filter(({ who }) => who === to);
    return letter(diagnosis, to, [
      ...reasonLines(finding),
      '',
      'Please:',
      '',
      ...steps.flatMap((step, i) => stepLines(step, i + 1)),
      '',
      'Please tell me when it is done: I will get a new token and try the call again.',
    ]);
  });
};

const toLookUp = (diagnosis: Diagnosis, { question, where, why, answers, who }: Question): readonly Letter[] =>
  isOther(who)
    ? [
        letter(diagnosis, who, [
          '',
          'Please look this up for me:',
          '',
          inline(question),
          ...answers.map(({ label }) => `- ${inline(label)}`),
          '',
          inline(`Where: ${where}`),
          inline(`Why it matters: ${why}`),
        ]),
      ]
    : [];

/**
 * The texts to send, one for each other person whose turn it is: the steps of the cause that stands, or of the one that
 * comes first; where no cause stands and only somebody else can answer the next question, that question. Ready for a
 * mail or a chat: plain text, and inert where Markdown is rendered.
 */
export const lettersOf = (diagnosis: Diagnosis): readonly Letter[] => {
  const { conclusion, findings, question } = diagnosis;
  const first = findings.find(({ verdict }) => verdict !== 'ruled-out');
  if (conclusion.is === 'unexplained' && question !== undefined && isOther(question.who)) {
    return toLookUp(diagnosis, question);
  }
  return first === undefined ? [] : toDo(diagnosis, first);
};

/** Those texts as one, or a line that says that nobody else has to act. */
export const messageReport = (diagnoses: readonly Diagnosis[]): string => {
  const texts = [...new Set(diagnoses.flatMap(lettersOf).map(({ text }) => text))];
  return texts.length === 0 ? 'Nobody else has to act: the next step is yours.\n' : neutralise(texts.join('\n---\n\n'));
};
