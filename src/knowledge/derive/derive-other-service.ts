import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { OWN_HOSTS } from '../other-services.ts';

/** Commands and libraries that call one other service of Microsoft and nothing else. */
const CLIENTS =
  /\b(?:connect-(?:exchangeonline|ippssession|sposervice|pnponline)|get-exo[a-z]{3,30}|microsoft\.exchange\.|azure\.messaging\.(?:servicebus|eventhubs)|azure\.(?:servicebus|eventhub)\b|azure-(?:servicebus|eventhub|cosmos)\b|azure\.cosmos\b|azure\.search\.documents)|@azure\/(?:service-bus|event-hubs|cosmos)\b/;
/** The mail servers of Exchange, which IMAP, POP and SMTP sign in to; with a scheme in front it is a URL or a scope. */
const MAIL_SERVER = /(?<![\w./@-])(?:outlook|smtp)\.office365\.com(?![\w/-]|\.\w)/;
/** Where one of these is spoken of too, the call may be to it. */
const OURS = /power ?bi|fabric|onelake|lakehouse|semantic model|analysis\.windows|workspace|dataset/;

/** What shows which service was called, or that none was: then no words are needed. */
const SHOWN = ['call.api', 'request.host', 'request.path', 'entra.code'] as const;
const isShown = (evidence: Evidence): boolean => SHOWN.some((path) => evidence.has(path));

/** The service that is called, where no address shows and a client of another service is named. */
export const apiFromWords: Derivation = {
  from: [...SHOWN, 'evidence.text'],
  gives: ['call.api'],
  derive: (evidence) => {
    const text = valueOf(evidence, 'evidence.text') ?? '';
    const isOther = CLIENTS.test(text) || MAIL_SERVER.test(text);
    return !isShown(evidence) && isOther && !OURS.test(text) ? { 'call.api': 'other-service' } : {};
  },
};

/** Commands, providers and classes that call Azure DevOps and nothing else; the last two stand in its errors. */
const OF_DEVOPS =
  /@azure-devops\/|\bset-vsteamaccount\b|\baz (?:devops|repos|boards) \w|\bazuredevops_[a-z]|\bmcp\.dev\.azure\.com\b|"microsoft\.(?:teamfoundation|visualstudio\.services)\./;

/** Azure DevOps by its clients and by the form of its errors, where no address shows what was called. */
export const devopsFromWords: Derivation = {
  from: [...SHOWN, 'evidence.text'],
  gives: ['call.api'],
  derive: (evidence) => {
    const text = valueOf(evidence, 'evidence.text') ?? '';
    return !isShown(evidence) && OF_DEVOPS.test(text) && !OURS.test(text) ? { 'call.api': 'devops' } : {};
  },
};

/** The inner error that Microsoft Graph ends its errors with: https://learn.microsoft.com/graph/errors */
const GRAPH_ERROR = /"innererror"\s?:\s?\{[^{}]{0,300}?"request-id"\s?:/;

/** Microsoft Graph by the form of its error, where no address shows what was called. */
export const graphFromError: Derivation = {
  from: [...SHOWN, 'response.code', 'evidence.text'],
  gives: ['call.api'],
  derive: (evidence) => {
    const isAnswer = evidence.has('response.code') && GRAPH_ERROR.test(valueOf(evidence, 'evidence.text') ?? '');
    return isAnswer && !isShown(evidence) ? { 'call.api': 'graph' } : {};
  },
};

const hostIn = (resource: string | undefined): string | undefined =>
  /^https:\/\/([^/:]{1,253})/i.exec(resource ?? '')?.[1]?.toLowerCase();

/** The name of the organization: `contoso.api.crm.dynamics.com` is `contoso.crm.dynamics.com` by another way. */
const firstOf = (host: string): string => host.split('.', 1)[0] ?? '';

/** Whether the token was asked for one host of a service and sent to another, each of which takes its own alone. */
export const askedOtherHost: Derivation = {
  from: ['token-request.resource', 'token-request.scope', 'request.host'],
  gives: ['token-request.asked-other-host'],
  derive: (evidence) => {
    const called = valueOf(evidence, 'request.host');
    const asked = hostIn(valueOf(evidence, 'token-request.resource') ?? valueOf(evidence, 'token-request.scope')?.[0]);
    if (called === undefined || asked === undefined) return {};
    const isOwn = OWN_HOSTS.some((end) => called.endsWith(end) && asked.endsWith(end));
    return isOwn ? { 'token-request.asked-other-host': firstOf(called) !== firstOf(asked) } : {};
  },
};
