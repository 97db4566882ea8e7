/** A tool or library, and the words by which a text in lower case shows that it is in play. */
interface Tool {
  readonly tool: string;
  readonly words: RegExp;
}

const shows = (tool: string, words: RegExp): Tool => ({ tool, words });

/** Every tool that can be told from a paste: commands, package names, exception names, log marks. */
export const CLIENT_TOOLS: readonly Tool[] = [
  shows(
    'fab',
    /(?:^|[\s$>`"'])fab (?:api|auth|ls|cd|get|set|cp|mv|mkdir|export|import|run|job|config|assign|acl|exists|desc)\b|\bfabric-cli\b|\bms-fabric-cli\b|\bfabric cli\b|\bfabric_cli\b/,
  ),
  shows(
    'fabric-cicd',
    /\bfabric[-_]cicd\b|\bfabricworkspace\(|\bpublish_all_items\b|unhandled error occurred calling (?:get|post|patch|put|delete) on/,
  ),
  shows('fabricps', /\bfabricps(?:-pbip)?\b|\bfabrictools\b|\b(?:new|get|set|import|connect|invoke)-fabric\w{2,40}/),
  shows(
    'terraform',
    /\bterraform\b|\bazurerm(?:\b|_)|\bopentofu\b|\bprovider "fabric"|╷|\bresource "fabric_|\w[\]"]{0,2}: (?:still )?(?:reading|creating|modifying|destroying|refreshing state)\.\.\.|\b(?:read|creation|modifications|destruction) complete after \d/,
  ),
  shows(
    'semantic-link',
    /\bsempy\b|\bsempy_labs\b|\bsemantic[-_ ]link(?:[-_ ]labs)?\b|\bfabricrestclient\b|\bpowerbirestclient\b|\bfabrichttpexception\b/,
  ),
  shows('notebook', /\bmssparkutils\b|\bnotebookutils\b|\btrident[-_]|\bfabric notebook\b|\bspark session\b/),
  shows(
    'azure-cli',
    /(?:^|[\s$>`"'(])az (?:login|account|rest|ad|webapp|fabric|group|resource|role|storage|deployment)\b|\bazure[- ]cli\b|\bazureclicredential\b/,
  ),
  shows(
    'powershell-az',
    /\bget-azaccesstoken\b|\bconnect-azaccount\b|\baz\.accounts\b|\binvoke-azrestmethod\b|\bget-azcontext\b|\bnew-azad\w{2,40}/,
  ),
  shows(
    'powershell-powerbi',
    /\bmicrosoftpowerbimgmt\b|\b(?:get|add|set|new|remove|export|invoke|connect|login|restore|resolve|publish|copy|disconnect)-powerbi\w{0,40}/,
  ),
  shows('powershell-graph', /\bconnect-mggraph\b|\bmicrosoft\.graph\.authentication\b|\bget-mg\w{2,40}/),
  shows(
    'azure-devops',
    /##\[(?:error|warning|section|debug)\]|##vso\[|\bazure devops\b|\bazure-pipelines\b|\bvsts\b|\bvstfs:|\bdev\.azure\.com\b|\bsystem\.accesstoken\b/,
  ),
  shows(
    'github-actions',
    /\bazure\/login\b|\bgithub actions?\b|\bruns-on:|\bactions\/checkout\b|::error::|\bid-token: write\b|\brepo:[\w.-]{1,100}\/[\w.-]{1,100}:(?:ref|environment|pull_request)/,
  ),
  shows(
    'msal',
    /\bmsal\b|\bmsal\.|\bmsal-(?:node|browser|react|angular)\b|@azure\/msal|\bmicrosoft\.identity\.client\b|\bmsal\w{0,30}exception\b|\bacquire_?token_?(?:silent|for_client|by_\w{3,30}|interactive|popup|redirect)|\bconfidentialclientapplication|\bpublicclientapplication|\binteractionrequiredautherror\b|\bmsaluirequiredexception\b/,
  ),
  shows(
    'adal',
    /\badal\b|\badal\.|\badal\w{0,20}exception\b|\badalerror\b|\bauthenticationcontext\b|\bmicrosoft\.identitymodel\.clients\.activedirectory\b/,
  ),
  shows(
    'azure-identity',
    /\bazure[.-]identity\b|@azure\/identity|\bazure\.identity\b|\bdefaultazurecredential\b|\bclientsecretcredential\b|\b(?:managedidentity|environment|workloadidentity|interactivebrowser|devicecode|usernamepassword|certificate|chainedtoken)credential\b|\bcredentialunavailable(?:exception|error)\b/,
  ),
  shows(
    'powerbi-client-js',
    /\bembedconfiguration\b|\bpowerbi\.embed\b|\bpowerbi-client\b|\bmodels\.tokentype\b|\bpowerbiservice\.embed\b|\bpowerbi-client-(?:react|angular)\b|\bpowerbiembed\b/,
  ),
  shows(
    'power-query',
    /\bweb\.contents\b|\bdatasource\.error\b|\bexpression\.error\b|\bpower query\b|\bdataformat\.error\b|\bextension\.currentcredential\b|\bmashup\b/,
  ),
  shows(
    'data-factory',
    /\bdata ?factory\b|\badf\b|\bhybriddeliveryexception\b|\bmicrosoft\.datatransfer\.|\bweb ?activity\b|\bcopy activity\b|\bpipeline\(\)\.|\bsynapse pipeline\b|\bfailuretype\b/,
  ),
  shows(
    'power-automate',
    /\bpower ?automate\b|\bmicrosoft flow\b|\blogic ?apps?\b|\bflow run\b|\bhttp with (?:azure ad|microsoft entra)/,
  ),
  shows('postman', /\bpostman\b|\bpm\.(?:environment|response|test)\b/),
  shows('dbt', /\bdbt(?:-fabric|-core|-sqlserver)?\b(?! =)/),
  shows('airflow', /\bairflow\b|\bastronomer\b/),
  shows('odbc', /\bodbc\b|\bpyodbc\b/),
  shows('jdbc', /\bjdbc\b|\bcom\.microsoft\.sqlserver\b/),
  shows('sqlclient', /\bsqlclient\b|\bsqlexception\b|\bsqlpackage\b|\blogin failed for user\b/),
  shows('ssms', /\bssms\b|\bsql server management studio\b/),
  shows(
    'xmla',
    /\bxmla\b|\bpowerbi:\/\/api\.|\basazure:\/\/|\badomd\w{0,30}|\banalysisservices\b|\banalysis services\b|\bmicrosoft\.analysisservices\b|\btabular service\b/,
  ),
  shows('tabular-editor', /\btabular ?editor\b/),
  shows('dax-studio', /\bdax ?studio\b/),
  shows('mcp', /\bmcp\b|\bmodel context protocol\b|\bmodelcontextprotocol\b/),
  shows('vs-code-extension', /\bvs ?code\b|\bvisual studio code\b|\bvscode\b/),
  shows('python-requests', /\brequests\.(?:get|post|put|patch|delete|exceptions)\b|<response \[\d{3}\]>/),
  shows('curl', /(?:^|[\s$>`])curl\s/),
  shows('powershell-rest', /\binvoke-(?:restmethod|webrequest)\b/),
  shows('dotnet-sdk', /\bmicrosoft\.powerbi\.api\b|\bpowerbiclient\b|\bpbiclient\b|\bhttpoperationexception\b/),
  shows('onelake', /\bazcopy\b|\babfss:\/\/|\bonelake file explorer\b|\bstorage explorer\b/),
];
