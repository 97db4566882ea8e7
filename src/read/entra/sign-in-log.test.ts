import { describe, expect, it } from 'vitest';
import type { Piece } from '../../model/incident.ts';
import { readText } from '../read.ts';

const pieces = (text: string): readonly Piece[] => readText(text, 0).map(({ piece }) => piece);
const codes = (text: string): readonly number[] =>
  pieces(text).flatMap((piece) => (piece.kind === 'entra-error' ? piece.codes : []));
const setting = (text: string, name: string): readonly string[] =>
  pieces(text).flatMap((piece) => (piece.kind === 'setting' && piece.name === name ? [piece.value] : []));

const APP = '4c1e0000-0000-4000-8000-000000000001';
const RESOURCE = '00000009-0000-0000-c000-000000000000';
const row = (errorCode: number, createdDateTime: string, over: object = {}): object => ({
  id: '6e0f6f4c-0000-4000-8000-1d2c3b4a5f00',
  createdDateTime,
  appId: APP,
  resourceId: RESOURCE,
  userId: 'u',
  correlationId: '0b1c2d3e-0000-4000-8000-9a8b7c6d5e4f',
  status: { errorCode, failureReason: "No access for '{identifier}' here.", additionalDetails: null },
  ...over,
});

describe('the reader of the sign-in log', () => {
  it('reads a failed sign-in of Microsoft Graph with its ids; a gap in its text names nothing', () => {
    const found = pieces(JSON.stringify(row(65001, '2026-02-27T08:14:09Z'), null, 2));
    expect(found[0]).toMatchObject({
      kind: 'entra-error',
      codes: [65001],
      text: 'No access for here.',
      traceId: '6e0f6f4c-0000-4000-8000-1d2c3b4a5f00',
      correlationId: '0b1c2d3e-0000-4000-8000-9a8b7c6d5e4f',
      timestamp: '2026-02-27T08:14:09Z',
    });
    expect(found.slice(1)).toMatchObject([
      { name: 'client-id', value: APP },
      { name: 'resource', value: RESOURCE },
    ]);
  });

  it('takes code 0 for a success', () => {
    expect(codes(JSON.stringify(row(0, '2026-02-27T08:14:09Z')))).toEqual([]);
  });

  it('takes no interruption for a failure that ended in a success', () => {
    const rows = [row(0, '2026-02-27T08:14:20Z'), row(50074, '2026-02-27T08:14:09Z')];
    expect(codes(JSON.stringify({ value: rows }))).toEqual([]);
    expect(codes(JSON.stringify({ value: [rows[1], row(0, '2026-02-27T08:00:00Z')] }))).toEqual([50074]);
  });

  it('takes the success of the same person in the same app for the end of an interruption, whatever its ids', () => {
    const failed = row(50074, '2026-02-27T08:14:09Z', { correlationId: 'first' });
    const success = (over: object) => row(0, '2026-02-27T08:14:20Z', { correlationId: 'second', ...over });
    expect(codes(JSON.stringify({ value: [success({}), failed] }))).toEqual([]);
    for (const other of [{ userId: 'w' }, { resourceId: APP }, { appId: RESOURCE }])
      expect(codes(JSON.stringify({ value: [success(other), failed] }))).toEqual([50074]);
  });

  it('reads the newest failure where rows fail with different codes', () => {
    const rows = [row(50126, '2026-02-26T08:14:09Z'), row(53003, '2026-02-27T08:14:09Z')];
    expect(codes(JSON.stringify({ value: rows }))).toEqual([53003]);
  });

  it('knows the grant of a service principal and of a managed identity in Log Analytics', () => {
    const log = (over: object) =>
      JSON.stringify([{ ResultType: '7000222', ResultDescription: 'x', AppId: APP, CorrelationId: 'c', ...over }]);
    expect(codes(log({}))).toEqual([7000222]);
    expect(setting(log({ Category: 'ServicePrincipalSignInLogs' }), 'grant')).toEqual(['client-credentials']);
    expect(setting(log({ Category: 'ManagedIdentitySignInLogs' }), 'grant')).toEqual(['managed-identity']);
    expect(setting(log({}), 'grant')).toEqual([]);
  });

  it('reads the code and the resource of a row as diagnostic settings export it', () => {
    const text = JSON.stringify({
      resourceId: '/tenants/x/providers/Microsoft.aadiam',
      category: 'ServicePrincipalSignInLogs',
      resultType: '7000215',
      properties: {
        createdDateTime: '2026-02-27T08:14:09Z',
        appId: APP,
        resourceId: RESOURCE,
        status: { errorCode: 7000215 },
      },
    });
    expect(codes(text)).toEqual([7000215]);
    expect(setting(text, 'resource')).toEqual([RESOURCE]);
  });

  const header = '"Date (UTC)","Request ID","Application ID ","Failure reason","Sign-in error code"';

  it('reads rows of the CSV download, with quotes and line breaks in cells', () => {
    const csv = `${header}\r\n"2026-02-27T08:14:09Z","r","${APP}","a ""b"",\r\nc","65001"\r\n`;
    expect(pieces(csv)[0]).toMatchObject({ codes: [65001], text: 'a "b",\r\nc', place: { line: 2 } });
    expect(setting(csv, 'client-id')).toEqual([APP]);
  });

  it('reads no code from a row that is cut off in it', () => {
    expect(codes(`${header}\n"2026-02-27T08:14:09Z","r","${APP}","a","6500`)).toEqual([]);
    expect(codes(`${header}\n"2026-02-27T08:14:09Z","r","${APP}","a`)).toEqual([]);
  });

  it('reads what a JSON row holds before it is cut off', () => {
    const text = JSON.stringify({ status: { errorCode: 53003, failureReason: 'x' }, createdDateTime: 't', appId: APP });
    expect(codes(`${text.slice(0, -1)},"resourceId":"0000`)).toEqual([53003]);
    expect(setting(`${text.slice(0, -1)},"resourceId":"0000`, 'resource')).toEqual([]);
  });

  it.each([
    ['failure', 53003, 'blocks'],
    ['success', 50105, 'passes'],
    ['notApplied', 7000215, 'passes'],
    ['reportOnlyFailure', 50105, undefined],
    ['failure', 50076, undefined],
  ])(
    'Conditional Access %s with code %i: %s; a policy that waits for more proof blocks nothing',
    (status, code, policies) => {
      const [error] = pieces(JSON.stringify(row(code, '2026-02-27T08:14:09Z', { conditionalAccessStatus: status })));
      expect(error).toMatchObject({ kind: 'entra-error', codes: [code] });
      expect(error && 'policies' in error ? error.policies : undefined).toBe(policies);
    },
  );

  it('knows a guest; a member is not surely one of the tenant that owns the workspace', () => {
    const of = (userType: string) => pieces(JSON.stringify(row(50105, '2026-02-27T08:14:09Z', { userType })))[0];
    expect(of('guest')).toMatchObject({ isGuest: true });
    expect(of('member')).not.toHaveProperty('isGuest');
  });

  it('reads the columns of the download in the same way', () => {
    const csv = [
      '"Date (UTC)","Request ID","Correlation ID","User type","Application ID","Sign-in error code","Failure reason","Conditional Access"',
      `"2026-02-27T08:14:09Z","r","c","Guest","${APP}","53003","Blocked.","Failure"`,
    ].join('\n');
    expect(pieces(csv)[0]).toMatchObject({ codes: [53003], policies: 'blocks', isGuest: true });
  });
});
