import { activityErrorReader } from './activity-error.ts';
import { answerLineReader } from './answer-line.ts';
import { answerReaders } from './answer-readers.ts';
import { apiClientReader } from './api-client.ts';
import { apiUrlReader } from './api-url.ts';
import { isBareToken } from './bare-token.ts';
import { brunoReader } from './bruno.ts';
import { callDumpReader } from './call-dump.ts';
import { calledLineReader } from './called-line.ts';
import { cliCallReader } from './cli-call.ts';
import { clientLogReader } from './client-log.ts';
import { cmdletReader } from './cmdlet.ts';
import { codeParametersReader } from './code-parameters.ts';
import { configurationReader } from './configuration.ts';
import { curlReader } from './curl.ts';
import { decodedTokenReader } from './decoded-token.ts';
import { dotnetMessageReader } from './dotnet-message.ts';
import { embedConfigurationReader } from './embed-configuration.ts';
import { flowActionReader } from './flow-action.ts';
import { formReader } from './form.ts';
import { goErrorReader } from './go-error.ts';
import { grantedScopesReader } from './granted-scopes.ts';
import { htmlPageReader } from './html-page.ts';
import { httpClientLogReader } from './http-client-log.ts';
import { httpFileReader } from './http-file.ts';
import { httpTextReader } from './http-text.ts';
import { httpieReader } from './httpie.ts';
import { logObjectReader } from './log-object.ts';
import { looseCredentialReader } from './loose-credential.ts';
import { looseHeaderReader } from './loose-header.ts';
import { misnamedHeaderReader } from './misnamed-header.ts';
import { networkPaneReader } from './network-pane.ts';
import { postmanReader } from './postman.ts';
import { postmanEntryReader } from './postman-entry.ts';
import { powerQueryReader } from './power-query.ts';
import { powerShellCallReader } from './powershell-call.ts';
import { proxyLogReader } from './proxy-log.ts';
import { schemeWithColonReader } from './scheme-with-colon.ts';
import { scriptCallReader } from './script-call.ts';
import { sdkCallReader } from './sdk-call.ts';
import { settingReader } from './setting.ts';
import { shownCommandReader } from './shown-command.ts';
import { signInLogReader } from './sign-in-log.ts';
import { signInUrlReader } from './sign-in-url.ts';
import { spokenRouteReader } from './spoken-route.ts';
import { sqlErrorReader } from './sql-error.ts';
import { terraformDiagnosticReader } from './terraform-diagnostic.ts';
import { terraformLogReader } from './terraform-log.ts';
import type { Reader } from './text.ts';
import { tokenCacheReader } from './token-cache.ts';
import { tokenCallReader } from './token-call.ts';
import { variableHeaderReader } from './variable-header.ts';
import { wireLogReader } from './wire-log.ts';
import { wwwAuthenticateReader } from './www-authenticate.ts';

/**
 * All readers in the order in which they take the text: commands and whole messages first, what may stand anywhere
 * last. A new format is a new reader in this list.
 */
export const readers: readonly Reader[] = [
  curlReader,
  httpieReader,
  cliCallReader,
  apiClientReader,
  brunoReader,
  postmanReader,
  postmanEntryReader,
  httpFileReader,
  proxyLogReader,
  networkPaneReader,
  terraformLogReader,
  terraformDiagnosticReader,
  goErrorReader,
  clientLogReader,
  httpClientLogReader,
  wireLogReader,
  calledLineReader,
  answerLineReader,
  httpTextReader,
  dotnetMessageReader,
  callDumpReader,
  signInLogReader,
  tokenCacheReader,
  htmlPageReader,
  activityErrorReader,
  flowActionReader,
  logObjectReader,
  wwwAuthenticateReader,
  decodedTokenReader,
  embedConfigurationReader,
  powerShellCallReader,
  powerQueryReader,
  scriptCallReader,
  cmdletReader,
  sdkCallReader,
  signInUrlReader,
  codeParametersReader,
  formReader,
  ...answerReaders,
  sqlErrorReader,
  shownCommandReader,
  apiUrlReader,
  spokenRouteReader,
  configurationReader,
  settingReader,
  tokenCallReader,
  grantedScopesReader,
  looseHeaderReader,
  variableHeaderReader,
  misnamedHeaderReader,
  schemeWithColonReader,
  looseCredentialReader,
];

/** The readers that find anything in a token by itself; `bare-token.test.ts` asks all the others. */
const ofBareToken: readonly Reader[] = [looseHeaderReader, looseCredentialReader];

/** The readers that may find something in this text, in their order. */
export const readersOf = (text: string): readonly Reader[] => (isBareToken(text) ? ofBareToken : readers);
