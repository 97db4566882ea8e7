import type { Facts } from '../../facts/evidence.ts';
import { sealPattern } from '../../model/secret.ts';
import { azureRefusal } from '../answer/azure-refusal.ts';
import { deniedThing } from '../answer/denied-thing.ts';
import { refusedAddress } from '../answer/refused-address.ts';
import { isBareToken } from '../http/bare-token.ts';
import { basicPair } from '../http/basic-pair.ts';
import { appPlatform } from '../said/app-platform.ts';
import { checkedAt } from '../said/checked-at.ts';
import { languageIn } from '../said/client-language.ts';
import { CLIENT_TOOLS } from '../said/client-tools.ts';
import { showsApp } from '../said/found-by-me.ts';
import { knownKey } from '../said/known-key.ts';
import { saidPermissions } from '../said/listed-permissions.ts';
import { madeBefore } from '../said/made-before.ts';
import { observedIn } from '../said/observed-phrases.ts';
import { saidOtherClient } from '../said/other-client.ts';
import { otherSubject } from '../said/other-subject.ts';
import { portalFacts } from '../said/portal-link.ts';
import { sentencesIn } from '../said/prose.ts';
import { refusedAudience } from '../said/refused-audience.ts';
import { saidIn } from '../said/said.ts';
import { saidAudience } from '../said/said-audience.ts';
import { saidCapacity } from '../said/said-capacity.ts';
import { saidCloud } from '../said/said-cloud.ts';
import { saidCredential } from '../said/said-credential.ts';
import { saidEmpty } from '../said/said-empty.ts';
import { saidGroup } from '../said/said-group.ts';
import { saidGuest } from '../said/said-guest.ts';
import { saidScopes } from '../said/said-scopes.ts';
import { saidSettingsOff } from '../said/said-settings-off.ts';
import { saidUnattended } from '../said/said-unattended.ts';
import { secretEnd } from '../said/secret-end.ts';
import { seenWorks } from '../said/seen-works.ts';
import { sentNames } from '../said/sent-names.ts';
import { supportIds } from '../said/support-ids.ts';
import { tenantClaim } from '../said/tenant-claim.ts';
import { tokenRefused } from '../said/token-refused.ts';
import { toldCloud } from '../said/told-cloud.ts';
import { percentDecoded } from '../syntax/url.ts';
import { remembered } from '../text/remembered.ts';
import { fabWorks } from '../tools/fab-listing.ts';

/** How much of the text is looked at, before and after it is made plain. */
const MOST_READ = 200_000;
const MOST_KEPT = 60_000;

/** A run without blanks; decoded where it is percent-encoded, and pluses with it. */
const decodedWord = (word: string): string => {
  if (!/%[0-9a-f]{2}/i.test(word)) return word;
  const spaced = /\w\+\w|%(?:3a|2c|2e)\+|[.,]\+/i.test(word) ? word.replaceAll('+', ' ') : word;
  return percentDecoded(percentDecoded(spaced));
};

/**
 * A text in one plain form to look for sentences in: lower case, without secrets, percent-encoding, escapes, curly
 * quotes, box lines and line breaks. People paste the same sentence in all of these dresses.
 */
const plainText = (text: string): string =>
  text
    .slice(0, MOST_READ)
    .replace(sealPattern(), ' ')
    .replace(/[^\s]+/g, decodedWord)
    .replace(/\\r\\n|\\[rnt](?![a-z]{2})/g, ' ')
    .replace(/\\u0027|&#39;|&apos;|[‘’]/gi, "'")
    .replace(/\\u0022|\\"|&quot;|[“”]/gi, '"')
    .replace(/[│╷╵\u00a0\u200b]/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_KEPT);

/** Whether the call works with an account of one's own, and so the caller makes the difference and not the tool. */
const isCompared = (said: Facts): boolean => 'observed.same-call-as-user' in said;

/** What stands in the text as it is, said by programs and answers. */
const PLAIN: readonly ((pasted: string) => Facts)[] = [
  portalFacts,
  tenantClaim,
  tokenRefused,
  basicPair,
  sentNames,
  supportIds,
  azureRefusal,
  refusedAddress,
  deniedThing,
  otherSubject,
  appPlatform,
  secretEnd,
  checkedAt,
  madeBefore,
];

const plainFacts = (pasted: string): Facts => Object.assign({}, ...PLAIN.map((read) => read(pasted)));

/** What the whole text shows: its words, the tools in it, and what the person plainly says to have tried. */
export const textFacts = remembered((pasted: string): Facts => {
  const text = plainText(pasted);
  // A credential by itself has no words; without the fact, the thousand signs that look for words are not tried.
  if (text === '' || isBareToken(pasted)) return {};
  const sentences = sentencesIn(pasted);
  const byApp = showsApp(pasted);
  const said = saidIn(sentences, byApp);
  const works = [...new Set([...(said['said.works'] ?? []), ...seenWorks(pasted), ...fabWorks(pasted)])];
  const tools = CLIENT_TOOLS.filter(({ words }) => words.test(text)).map(({ tool }) => tool);
  const language = languageIn(text);
  return {
    'evidence.text': text,
    ...(tools.length === 0 ? {} : { 'client.tools': tools }),
    ...(language && { 'client.language': language }),
    ...plainFacts(pasted),
    ...saidOtherClient(sentences, { showsProgram: language !== undefined, isOtherCaller: isCompared(said) }),
    ...observedIn(sentences),
    ...said,
    ...saidPermissions(pasted, said),
    ...saidScopes(pasted),
    ...saidCapacity(pasted),
    ...saidCloud(pasted, sentences),
    ...toldCloud(pasted),
    ...saidAudience(pasted),
    ...refusedAudience(pasted),
    ...knownKey(pasted),
    ...saidCredential(sentences),
    ...saidEmpty(pasted, sentences),
    ...saidGroup(sentences),
    ...(byApp ? {} : saidGuest(pasted, sentences)),
    ...saidSettingsOff(text),
    ...saidUnattended(pasted, sentences),
    ...(works.length === 0 ? {} : { 'said.works': works }),
  };
});
