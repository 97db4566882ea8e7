import { describe, expect, it } from 'vitest';
import { networkPaneReader } from './network-pane.ts';

const pane = (...lines: readonly string[]): string =>
  ['Request URL', 'https://api.powerbi.com/v1.0/myorg/groups', ...lines].join('\n');
const piecesIn = (text: string) => networkPaneReader.read(text, 0).map(({ piece }) => piece);

describe('the network tab', () => {
  it('tells the headers of the answer from those of the request, by captions or by what a browser sends first', () => {
    const lines = ['Request Method:', 'GET', 'Status Code:', '403 Forbidden', 'requestid', 'abc'];
    for (const border of [
      ['Request Headers', 'accept', '*/*'],
      [':authority', 'api.powerbi.com', 'accept', '*/*'],
    ]) {
      const [request, response] = piecesIn(pane(...lines, ...border));
      expect(request).toMatchObject({ method: 'GET', complete: false, headers: [{ name: 'accept', value: '*/*' }] });
      expect(response).toMatchObject({ status: 403, complete: false, headers: [{ name: 'requestid', value: 'abc' }] });
    }
  });

  it('stops at a blank line, and takes no address without method and status', () => {
    expect(piecesIn(pane('Status Code', '403', '', 'content-length', '0'))[1]).not.toHaveProperty('body');
    expect(piecesIn(pane('Server response', 'Code Details'))).toEqual([]);
  });
});
