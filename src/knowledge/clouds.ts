import { CLOUDS } from '../facts/catalog/token.ts';

/** A cloud that is told apart. */
export type Cloud = (typeof CLOUDS)[number];

interface CloudEntry {
  readonly name: string;
  /** Hosts that issue tokens; the first is the one to recommend. GCC signs in at the worldwide hosts. */
  readonly authorities: readonly string[];
  /** Hosts that stand in `iss`. */
  readonly issuers: readonly string[];
}

const WORLDWIDE = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];

/**
 * Every cloud by id. Hosts follow https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and
 * https://learn.microsoft.com/power-bi/developer/embedded/embed-sample-for-customers-national-clouds
 */
export const CLOUD_TABLE: Readonly<Record<Cloud, CloudEntry>> = {
  public: {
    name: 'the public cloud',
    authorities: WORLDWIDE,
    issuers: ['sts.windows.net', 'login.microsoftonline.com'],
  },
  gcc: {
    name: 'US Government GCC',
    authorities: WORLDWIDE,
    issuers: ['sts.windows.net', 'login.microsoftonline.com'],
  },
  'gcc-high': {
    name: 'US Government GCC High',
    authorities: ['login.microsoftonline.us'],
    issuers: ['sts.windows.net', 'login.microsoftonline.us'],
  },
  dod: {
    name: 'US Government DoD',
    authorities: ['login.microsoftonline.us'],
    issuers: ['sts.windows.net', 'login.microsoftonline.us'],
  },
  'us-government': {
    name: 'a US Government cloud',
    authorities: ['login.microsoftonline.us'],
    issuers: ['sts.windows.net', 'login.microsoftonline.us'],
  },
  china: {
    name: 'the cloud of China (21Vianet)',
    authorities: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    issuers: ['sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  },
  germany: {
    name: 'Microsoft Cloud Germany (closed in 2021)',
    authorities: ['login.microsoftonline.de'],
    issuers: ['sts.microsoftonline.de', 'login.microsoftonline.de'],
  },
  'us-secret': {
    name: 'a US Government Secret cloud',
    authorities: ['login.microsoftonline.eaglex.ic.gov', 'login.microsoftonline.microsoft.scloud'],
    issuers: ['login.microsoftonline.eaglex.ic.gov', 'login.microsoftonline.microsoft.scloud'],
  },
};

/** The clouds that a label can stand for: `us-government` is what is known before GCC High and DoD are told apart. */
const covers = (cloud: Cloud): readonly Cloud[] => (cloud === 'us-government' ? ['gcc-high', 'dod'] : [cloud]);

/**
 * The clouds that a place is possible in. Sign-in, Graph and ARM of GCC are the worldwide ones; only the
 * Power BI resource and host differ. So `public` excludes GCC only where a Power BI or Fabric name says it.
 */
export const possibleClouds = (cloud: Cloud, ofPowerBi: boolean): readonly Cloud[] =>
  cloud === 'public' && !ofPowerBi ? ['public', 'gcc'] : covers(cloud);

/** Whether no cloud is in all of the sets: the places are of different clouds for certain. */
export const definitelyDiffer = (places: readonly (readonly Cloud[])[]): boolean =>
  !CLOUDS.some((cloud) => places.every((place) => place.includes(cloud)));

const hostIn = (uri: string): string | undefined => /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?([^/:?#]{1,253})/i.exec(uri)?.[1];

const labelOf = (clouds: readonly Cloud[]): Cloud | undefined => {
  if (clouds.includes('public')) return clouds.includes('gcc-high') ? undefined : 'public';
  return clouds.includes('gcc-high') ? 'us-government' : clouds[0];
};

const cloudsWith = (field: 'authorities' | 'issuers', host: string): readonly Cloud[] =>
  CLOUDS.filter((cloud) => CLOUD_TABLE[cloud][field].includes(host));

/** The cloud of an authority (a host or a URL). The worldwide one, which GCC shares, is `public`. */
export const cloudOfAuthority = (authority: string): Cloud | undefined => {
  const host = hostIn(authority)?.toLowerCase();
  if (host === undefined) return undefined;
  const exact = labelOf(cloudsWith('authorities', host));
  return exact ?? (host.endsWith('.ciamlogin.com') ? 'public' : undefined);
};

/** The cloud of `iss`. `sts.windows.net` says nothing: v1 tokens of the US clouds name it too. */
export const cloudOfIssuer = (issuer: string): Cloud | undefined => {
  const host = hostIn(issuer)?.toLowerCase();
  return host === undefined ? undefined : labelOf(cloudsWith('issuers', host));
};
