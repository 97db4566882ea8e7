import type { Paste } from '../model/paste.ts';
import { clipboardCommand } from './clipboard.ts';
import { TOOL } from './errors.ts';

/** Looks like an authorization code and is none: made when it is needed, so that no file holds one. */
const fakeCode = (): string => `1.A${'X0kBvQ3w'.repeat(40)}`;

const ANSWER = {
  requestId: '8f49a868-987f-4716-80fd-600edd835419',
  errorCode: 'InvalidToken',
  message: 'Access token is invalid',
} as const;

/** A call that fails for a reason many people meet: the authorization code was sent in place of an access token. */
export const samplePaste = (): Paste => {
  const code = fakeCode();
  return {
    name: 'sample',
    text: [
      `http://localhost:3000/callback?code=${code}&session_state=3f0c1a52-6d0e-4d0a-9a55-6d8a4c1f7b21`,
      '',
      'curl -X GET https://api.fabric.microsoft.com/v1/workspaces \\',
      `  -H 'Authorization: Bearer ${code}'`,
      '',
      JSON.stringify(ANSWER),
      '',
    ].join('\n'),
  };
};

/** Says that what follows is no diagnosis of one's own call, and how to get that. */
export const sampleNote = (platform: string): string =>
  [
    'This is a sample: a made-up call, so that you see what the answer looks like.',
    `Yours: ${TOOL} check FILE, or ${clipboardCommand(platform)}`,
  ].join('\n');
