/**
 * Clients of Microsoft that people sign in with to call Power BI and Fabric, by application id.
 * Sources: https://github.com/merill/microsoft-info (MicrosoftApps.csv), https://github.com/microsoft/fabric-cli,
 * https://github.com/microsoft/powerbi-powershell
 */
const MICROSOFT_CLIENTS: Readonly<Record<string, string>> = {
  '871c010f-5e61-4fb1-83ac-98610a7e9110': 'the Power BI portal',
  '7f67af8a-fedc-4b08-8b4e-37c4d127b6cf': 'Power BI Desktop',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'the Azure CLI',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Azure PowerShell',
  '5814bfb4-2705-4994-b8d6-39aabeb5eaeb': 'the Fabric CLI',
  'd2450708-699c-41e3-8077-b0c8341509aa': 'the Fabric client for workloads',
  '23d8f6bd-1eb0-4cc2-a08c-7bf525c67bcd': 'the Power BI PowerShell module',
  'ea0616ba-638b-4df5-95b9-636659ae5121': 'the Power BI PowerShell module',
};

/** Further ones, which get no token for Power BI or Fabric, or only with scopes of their own. */
const OTHER_CLIENTS: ReadonlySet<string> = new Set([
  ...['14d82eec-204b-4c2f-b7e8-296a70dab67e', '1b730954-1685-4b74-9bfd-dac224a7b894'],
  ...['872cd9fa-d31f-45e0-9eab-6e460a02d1f1', 'aebc6443-996d-45c2-90f0-388ff96faa56'],
  ...['fb78d390-0c51-40cd-8e17-fdbfab77341b', 'a94f9c62-97fe-4d19-b06d-472bed8d2bcf'],
]);

/** The name of a client of Microsoft; undefined for every other. */
export const microsoftClientName = (appId: string): string | undefined => MICROSOFT_CLIENTS[appId.toLowerCase()];

/** Whether an application id is one of these clients. */
export const isMicrosoftClient = (appId: string): boolean => microsoftClientName(appId) !== undefined;

/** Whether an application id is known to be one of Microsoft, in whose registration nobody else can change anything. */
export const isMicrosoftApp = (appId: string): boolean =>
  isMicrosoftClient(appId) || OTHER_CLIENTS.has(appId.toLowerCase());
