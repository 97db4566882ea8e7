import { answerReaders } from './answer/answer-readers.ts';
import { htmlPageReader } from './answer/html-page.ts';
import { sqlErrorReader } from './answer/sql-error.ts';
import { answerLineReader } from './calls/answer-line.ts';
import { apiUrlReader } from './calls/api-url.ts';
import { calledLineReader } from './calls/called-line.ts';
import { cmdletReader } from './calls/cmdlet.ts';
import { powerShellCallReader } from './calls/powershell-call.ts';
import { scriptCallReader } from './calls/script-call.ts';
import { sdkCallReader } from './calls/sdk-call.ts';
import { shownCommandReader } from './calls/shown-command.ts';
import { signInUrlReader } from './calls/sign-in-url.ts';
import { spokenRouteReader } from './calls/spoken-route.ts';
import { decodedTokenReader } from './entra/decoded-token.ts';
import { grantedScopesReader } from './entra/granted-scopes.ts';
import { signInLogReader } from './entra/sign-in-log.ts';
import { tokenCacheReader } from './entra/token-cache.ts';
import { logObjectReader } from './entries/log-object.ts';
import { isBareToken } from './http/bare-token.ts';
import { callDumpReader } from './http/call-dump.ts';
import { clientLogReader } from './http/client-log.ts';
import { dotnetMessageReader } from './http/dotnet-message.ts';
import { goErrorReader } from './http/go-error.ts';
import { httpClientLogReader } from './http/http-client-log.ts';
import { httpFileReader } from './http/http-file.ts';
import { httpTextReader } from './http/http-text.ts';
import { looseCredentialReader } from './http/loose-credential.ts';
import { looseHeaderReader } from './http/loose-header.ts';
import { misnamedHeaderReader } from './http/misnamed-header.ts';
import { networkPaneReader } from './http/network-pane.ts';
import { proxyLogReader } from './http/proxy-log.ts';
import { schemeWithColonReader } from './http/scheme-with-colon.ts';
import { variableHeaderReader } from './http/variable-header.ts';
import { wireLogReader } from './http/wire-log.ts';
import { wwwAuthenticateReader } from './http/www-authenticate.ts';
import type { Reader } from './text/text.ts';
import { codeParametersReader } from './token-request/code-parameters.ts';
import { configurationReader } from './token-request/configuration.ts';
import { formReader } from './token-request/form.ts';
import { settingReader } from './token-request/setting.ts';
import { tokenCallReader } from './token-request/token-call.ts';
import { activityErrorReader } from './tools/activity-error.ts';
import { apiClientReader } from './tools/api-client.ts';
import { brunoReader } from './tools/bruno.ts';
import { cliCallReader } from './tools/cli-call.ts';
import { curlReader } from './tools/curl.ts';
import { embedConfigurationReader } from './tools/embed-configuration.ts';
import { flowActionReader } from './tools/flow-action.ts';
import { httpieReader } from './tools/httpie.ts';
import { postmanReader } from './tools/postman.ts';
import { postmanEntryReader } from './tools/postman-entry.ts';
import { powerQueryReader } from './tools/power-query.ts';
import { terraformDiagnosticReader } from './tools/terraform-diagnostic.ts';
import { terraformLogReader } from './tools/terraform-log.ts';

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
