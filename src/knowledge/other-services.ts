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
