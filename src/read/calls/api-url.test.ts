import { describe, expect, it } from 'vitest';
import { apiUrlReader } from './api-url.ts';

const GROUPS = 'https://api.powerbi.com/v1.0/myorg/groups';

const urlsOf = (text: string) =>
  apiUrlReader.read(text, 0).map(({ piece }) => (piece.kind === 'request' ? piece.url : undefined));

describe('the address of a call in any text', () => {
  it.each([
    ['VBA', `u = "${GROUPS}/" & gid & "/reports"`, '{gid}'],
    ['R', `u <- paste0("${GROUPS}/", gid, "/reports")`, '{gid}'],
    ['JavaScript', `const u = '${GROUPS}/' + gid + '/reports'`, '{gid}'],
    ['Python', `u = "${GROUPS}/{}/reports".format(gid)`, '{value}'],
    ['Go', `u := fmt.Sprintf("${GROUPS}/%s/reports", gid)`, '{value}'],
    ['Swift', `URL(string: "${GROUPS}/\\(gid)/reports")`, '{gid}'],
  ])('goes on behind the text that code puts together: %s', (_, text, mask) => {
    expect(urlsOf(text)).toEqual([`${GROUPS}/${mask}/reports`]);
  });

  it('ends where its text ends', () => {
    expect(urlsOf(`call("${GROUPS}", "x")`)).toEqual([GROUPS]);
    expect(urlsOf(`"${GROUPS}" and "x"`)).toEqual([GROUPS]);
  });

  it('may lack the version where no scope and no page looks like it', () => {
    const calls = ['https://graph.microsoft.com/users', 'https://api.fabric.microsoft.com/workspaces/x'];
    for (const url of calls) expect(urlsOf(`failed for ${url}`)).toEqual([url]);
    expect(
      urlsOf('https://graph.microsoft.com/User.Read, https://api.fabric.microsoft.com/Workspace.Read.All'),
    ).toEqual([]);
  });

  it('has masks of API clients in it', () => {
    expect(urlsOf(`${GROUPS}/{{ groupId }}/reports, ${GROUPS}/<<id>>/reports`)).toEqual([
      `${GROUPS}/{{ groupId }}/reports`,
      `${GROUPS}/<<id>>/reports`,
    ]);
  });

  it('may be of any host where the method stands right before it, and no call of ours is there', () => {
    const other = 'https://contoso.crm.dynamics.com/api/data/v9.2/accounts';
    expect(urlsOf(`[GET] ${other}`)).toEqual([other]);
    expect(urlsOf(`403 for POST ${other}`)).toEqual([other]);
    expect(urlsOf(`see ${other}`)).toEqual([]);
    expect(urlsOf(`GET ${other}, then GET ${GROUPS}`)).toEqual([GROUPS]);
    expect(urlsOf('POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token')).toEqual([]);
  });
});
