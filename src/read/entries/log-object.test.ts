import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const line = (fields: object): string => `app-1  | ${JSON.stringify(fields)}`;
const CALL = { msg: 'call failed', method: 'GET', url: 'https://api.fabric.microsoft.com/v1/workspaces', status: 403 };
const kindsIn = (text: string) => readText(text, 0).map(({ piece }) => piece);

describe('an object in a line of a log', () => {
  it('gives the call and its status, whatever stands before it', () => {
    const pieces = kindsIn(`starting\n${line(CALL)}\n`);
    expect(pieces).toContainEqual(
      expect.objectContaining({ kind: 'request', method: 'GET', url: CALL.url, complete: false }),
    );
    expect(pieces).toContainEqual(expect.objectContaining({ kind: 'response', status: 403, complete: false }));
  });

  it('leaves the words of the line to other readers', () => {
    const pieces = kindsIn(line({ ...CALL, msg: 'failed: errorCode: InsufficientPrivileges' }));
    expect(JSON.stringify(pieces)).toContain('InsufficientPrivileges');
  });

  it('takes no object without a URL of ours', () => {
    expect(kindsIn(line({ ...CALL, url: 'https://example.com/a' })).filter(({ kind }) => kind === 'request')).toEqual(
      [],
    );
  });
});
