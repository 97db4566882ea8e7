/**
 * Other services of Microsoft, whose tokens people have in hand beside those for Power BI and Fabric. Source:
 * https://github.com/dirkjanm/ROADtools (firstpartyscopes.json, resourceidentifiers).
 */
export const OTHER_SERVICES: readonly string[] = [
  ...[
    'https://ai.azure.com',
    'https://cognitiveservices.azure.com',
    'https://search.azure.com',
    'https://ml.azure.com',
  ],
  ...[
    'https://purview.azure.net',
    'https://dev.azuresynapse.net',
    'https://batch.core.windows.net',
    'https://azconfig.io',
  ],
  ...[
    'https://eventhubs.azure.net',
    'https://servicebus.azure.net',
    'https://api.loganalytics.io',
    'https://cosmos.azure.com',
  ],
  ...[
    'https://ossrdbms-aad.database.windows.net',
    '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d',
    'https://containerregistry.azure.net',
  ],
  ...['https://service.flow.microsoft.com', 'https://service.powerapps.com', 'https://api.powerplatform.com'],
  ...[
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://*.sharepoint.com',
    'https://*.dynamics.com',
  ],
];

/** Those that have another name in each of the national clouds, as Azure AI Search under azure.us. */
export const PUBLIC_SERVICES: readonly string[] = [
  'https://ai.azure.com',
  'https://cognitiveservices.azure.com',
  'https://search.azure.com',
  'https://ml.azure.com',
  'https://batch.core.windows.net',
];

/** Their hosts, as far as nobody puts Power BI or Fabric behind them; with a leading dot, every host that ends so. */
export const OTHER_SERVICE_HOSTS: readonly string[] = [
  ...['.servicebus.windows.net', '.documents.azure.com', '.search.windows.net', '.azconfig.io', '.azurecr.io'],
  ...['.openai.azure.com', '.cognitiveservices.azure.com', '.services.ai.azure.com', 'api.loganalytics.io'],
  ...['outlook.office.com', 'outlook.office365.com', 'ps.outlook.com', '.batch.azure.com', '.digitaltwins.azure.net'],
  ...['.sharepoint.com', '.dynamics.com', 'api.powerplatform.com', 'api.flow.microsoft.com', 'api.powerapps.com'],
  ...['.purview.azure.com', 'api.purview-service.microsoft.com', '.azuredatabricks.net', '.azurehdinsight.net'],
];

/** Services of which each host takes tokens for itself alone: `contoso.sharepoint.com` none for `contoso-admin.sharepoint.com`. */
export const OWN_HOSTS: readonly string[] = ['.sharepoint.com', '.dynamics.com'];
