import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';
import { htmlText } from '../syntax/html-text.ts';

const pieces = (text: string) => readText(text, 0).map(({ piece }) => piece);
const ID = '6e0f6f4c-0000-4000-8000-1d2c3b4a5f00';
const signIn = `<!DOCTYPE html><html><head><title>Sign in to your account</title><script>var a = "AADSTS90002";</script></head>
<body><p>Sorry, but we&#39;re having trouble signing you in.</p>
<div>AADSTS50011: The redirect URI &#39;https://a.example/x&#39; specified in the request does not match.</div>
<div><b>Request Id</b>: <span>${ID}</span></div><div><b>Timestamp</b>: <span>2026-02-27T08:14:09Z</span></div></body></html>`;

describe('the text of a page', () => {
  it('is what a browser shows: one line an element, no scripts, no comments, signs decoded', () => {
    expect(htmlText('<p>a <b>b</b></p><!-- <p>no</p> --><script>x < 1</script><div>c&nbsp;&amp; d &#8217;</div>')).toBe(
      'a b\nc & d ’',
    );
    expect(htmlText('1 < 2 <p>open <script>never ends')).toBe('1 < 2\nopen');
    expect(htmlText('<p>a&#1;b</p><!-- never ends <p>no</p>')).toBe('a b');
  });
});

describe('the reader of HTML pages', () => {
  it('reads the error of a sign-in page with the ids below it, and takes the page for no answer of the API', () => {
    const found = pieces(signIn);
    expect(found.some(({ kind }) => kind === 'response')).toBe(false);
    expect(found[0]).toMatchObject({ kind: 'entra-error', codes: [50011], traceId: ID, place: { line: 1 } });
    const errors = found.filter((piece) => piece.kind === 'entra-error' && piece.codes.includes(50011));
    for (const error of errors) expect(JSON.stringify(error)).not.toMatch(/<\/?(?:div|b|span)>/);
  });

  it('reads the page of a proxy as the answer, with the status that it shows', () => {
    const page = '<html><head><title>403 Forbidden</title></head><body>Access denied. Zscaler.</body></html>';
    expect(pieces(`GET https://api.powerbi.com/v1.0/myorg/groups\n\n${page}`)).toMatchObject([
      { kind: 'request' },
      { kind: 'response', status: 403, body: page, complete: false, place: { line: 3 } },
    ]);
  });

  it('says nothing of a page that is cut off before it shows anything', () => {
    expect(pieces('<html><head><style>body { margin: 0 }')).toEqual([]);
    expect(pieces(signIn.slice(0, signIn.indexOf('Request Id')))).toMatchObject([
      { codes: [50011] },
      { codes: [90002] },
      { codes: [50011] },
    ]);
  });
});
