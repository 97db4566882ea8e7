import { expect, it } from 'vitest';
import { withPlainCode } from './html-code.ts';

it('shows the code of a page as a browser does, and leaves the rest of the page alone', () => {
  const page =
    '<p>&quot;a&quot;</p><pre class="x"><code><span class="s">{&quot;b&quot;: &quot;1 &amp;lt; 2&quot;}</span></code></pre><p>&lt;</p>';
  expect(withPlainCode(page)).toBe('<p>&quot;a&quot;</p><pre class="x">{"b": "1 &lt; 2"}</pre><p>&lt;</p>');
});

it('leaves code alone that has no end, and text that is no page', () => {
  for (const text of ['<pre>{&quot;b', 'a < b && c > d', 'x&quot;</code>']) expect(withPlainCode(text)).toBe(text);
});

it('takes a thousand elements without an end in one pass', () => {
  const text = `${'<pre>'.repeat(1000)}&quot;</code>`;
  expect(withPlainCode(text)).toBe(text);
});
