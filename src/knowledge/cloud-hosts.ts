import type { Cloud } from './clouds.ts';

/**
 * How hosts of Azure and Microsoft 365 end in each cloud, longest first:
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
 * https://learn.microsoft.com/azure/china/resources-developer-guide
 */
const ENDINGS: readonly (readonly [ending: string, cloud: Cloud])[] = [
  ['.core.usgovcloudapi.net', 'us-government'],
  ['.core.chinacloudapi.cn', 'china'],
  ['.core.windows.net', 'public'],
  ['.usgovcloudapi.net', 'us-government'],
  ['.azure.us', 'us-government'],
  ['.microsoft.us', 'us-government'],
  ['.chinacloudapi.cn', 'china'],
  ['.azure.cn', 'china'],
  ['.azure.com', 'public'],
  ['.azure.net', 'public'],
  ['.windows.net', 'public'],
  ['.microsoft.com', 'public'],
];

interface CloudHost {
  /** The host without the ending that tells its cloud. */
  readonly service: string;
  readonly cloud: Cloud;
}

/** The service and the cloud that the host of an audience names; undefined where it tells none. */
export const cloudHostOf = (audience: string): CloudHost | undefined => {
  const host = /^https?:\/\/([\w.-]{4,200})/i.exec(audience)?.[1]?.toLowerCase();
  const [ending, cloud] = ENDINGS.find(([end]) => host?.endsWith(end)) ?? [];
  return host === undefined || ending === undefined || cloud === undefined
    ? undefined
    : { service: host.slice(0, -ending.length), cloud };
};
