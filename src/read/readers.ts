import { answerReaders } from './answer-readers.ts';
import { apiUrlReader } from './api-url.ts';
import { cliCallReader } from './cli-call.ts';
import { cmdletReader } from './cmdlet.ts';
import { curlReader } from './curl.ts';
import { decodedTokenReader } from './decoded-token.ts';
import { embedConfigurationReader } from './embed-configuration.ts';
import { formReader } from './form.ts';
import { httpTextReader } from './http-text.ts';
import { looseCredentialReader } from './loose-credential.ts';
import { looseHeaderReader } from './loose-header.ts';
import { scriptCallReader } from './script-call.ts';
import { settingReader } from './setting.ts';
import { signInUrlReader } from './sign-in-url.ts';
import type { Reader } from './text.ts';
import { variableHeaderReader } from './variable-header.ts';

/**
 * All readers in the order in which they take the text: commands and whole messages first, what may stand anywhere
 * last. A new format is a new reader in this list.
 */
export const readers: readonly Reader[] = [
  curlReader,
  cliCallReader,
  httpTextReader,
  decodedTokenReader,
  embedConfigurationReader,
  scriptCallReader,
  cmdletReader,
  signInUrlReader,
  formReader,
  ...answerReaders,
  apiUrlReader,
  settingReader,
  looseHeaderReader,
  variableHeaderReader,
  looseCredentialReader,
];
