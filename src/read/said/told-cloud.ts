import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

type Told = ValueOf<'said.told-cloud'>;

/** Options, settings and variables in which tools are told the cloud, in whatever language they stand. */
const NAME =
  '(?:-(?:Azure|PnPAzure|Cloud)?Environment(?:Name)?|-AzureCloud|-CloudName|(?<![\\w-])az(?:\\.cmd)?[ \\t]{1,5}cloud[ \\t]{1,5}set(?:[ \\t]{1,5}(?:-n|--name))?|\\b(?:arm|azure|aad|graph|cloud|m365|o365|tenant)?_?(?:environment|cloud)(?:_?(?:type|name|environment|instance))?)';
const BETWEEN = `["'\`]?(?:\\s{0,3}[:=]{1,2}>?\\s{0,3}|[ \\t]{1,5})["'\`]?`;
/** USGov alone is GCC for Power BI and SharePoint, which signs in at the worldwide hosts. */
const VALUE =
  '(AzureUSGov(?:ernment)?(?:Cloud)?|AzureGovernment(?:Cloud)?|USGovernment(?:Cloud|High|DoD|L4|L5)|USGov(?:High|DoD|Mil)|usgovernmentl?[45]?|usgov|AzureChina(?:Cloud)?|China(?:Cloud)?)';
const TOLD = new RegExp(`${NAME}${BETWEEN}${VALUE}(?![\\w.-])`, 'gi');
/** Constants of the libraries: `AzureAuthorityHosts.AzureGovernment`, `AZURE_US_GOV_CLOUD`, `cloud.AzureChina`. */
const CONSTANT =
  /\b(?:Azure_?Authority_?Hosts?|AzureCloudInstance|KnownAuthority|cloud|AzureEnvironment)\.(Azure_?(?:US_?)?Government|Azure_?China|US_?GOVERNMENT(?:_?CLOUD)?|CHINA(?:_?CLOUD)?)\b|\b(AZURE_US_GOV_CLOUD|AZURE_CHINA_CLOUD)\b/gi;
/** A name of the US cloud that for Power BI and SharePoint stands for GCC. */
const MAY_BE_GCC = /^usgov(?:ernment)?$/i;
const OF_GCC_TOOLS = /power ?bi|pnp|spo(?:nline|service)|sharepoint/i;

/** Sign-in commands that take the public cloud where they are told no other. */
const DEFAULTS =
  /(?:^|[\n;|=(>$][ \t]{0,20})(?:Connect|Login)-(?:PowerBI(?:ServiceAccount)?|AzAccount|AzureRmAccount|MgGraph)(?![\w-])((?:[^\n`]|`\r?\n){0,400})/gi;
const IS_TOLD = /-(?:Azure)?Environment|(?:^|\s)@\w/i;

const cloudOf = (value: string): Told => (/china/i.test(value) ? 'china' : 'us-government');

/** The cloud that commands, settings or constants were told; `public` where a sign-in command was told none. */
export const toldCloud = (text: string): Facts => {
  const named = [...text.matchAll(TOLD), ...text.matchAll(CONSTANT)].map(([, first, second]) => first ?? second ?? '');
  const values = OF_GCC_TOOLS.test(text) ? named.filter((value) => !MAY_BE_GCC.test(value)) : named;
  if (named.length > 0) {
    const one = onlyOne(values.map(cloudOf));
    return one === undefined ? {} : { 'said.told-cloud': one };
  }
  const byDefault = [...text.matchAll(DEFAULTS)];
  const isDefault = byDefault.length > 0 && byDefault.every(([, words = '']) => !IS_TOLD.test(words));
  return isDefault ? { 'said.told-cloud': 'public' } : {};
};
