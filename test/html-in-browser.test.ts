import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../src/report/html.ts';
import { reportDocument } from '../src/report/report-document.ts';
import { browserPath, openBrowser, pagesOnPaper } from './support/browser.ts';
import { withText } from './support/hostile.ts';
import { confirmedDiagnosis, likelyDiagnosis, unexplainedDiagnosis } from './support/sample-diagnosis.ts';
import { scratchFolder } from './support/scratch-folder.ts';

const context = { tool: { name: 'fabric-auth-doctor', version: '1.2.3' }, now: '2026-03-01T12:00:00.000Z' } as const;
const one = reportDocument([confirmedDiagnosis()], context);
const several = reportDocument([confirmedDiagnosis(), unexplainedDiagnosis(), likelyDiagnosis()], {
  ...context,
  calls: [37, 2, 1],
});
const ATTACK = `</style></code></pre><script>document.title = 'owned'</script><img src="https://evil.example/a.png" onerror="document.title = 'owned'"><svg onload="document.title = 'owned'">" onclick="document.title = 'owned'`;
const pages: Readonly<Record<string, string>> = {
  one: htmlReport(one),
  several: htmlReport(several),
  hostile: htmlReport(withText(several, ATTACK)),
  // Pages that the writer would never make: they show that the policy holds alone.
  broken: htmlReport(one).replace('<main>', () => `<main>${ATTACK}<link rel="stylesheet" href="https://evil.example">`),
};

if (browserPath === undefined) {
  process.stderr.write('Chromium is not installed, so the HTML report is not opened in it. Run tools/browser.sh\n');
}

/** Cards out of which something sticks. */
const OVERFLOWING = `[...document.querySelectorAll('section, details, header')]
  .filter((card) => [...card.querySelectorAll('*')]
    .some((each) => each.getBoundingClientRect().right > card.getBoundingClientRect().right + 1))
  .map((card) => card.className || card.tagName)`;

describe.runIf(browserPath !== undefined)('an HTML report in a browser', { timeout: 120_000 }, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const folder = scratchFolder('html');
  const asked: string[] = [];
  beforeAll(async () => {
    for (const [name, text] of Object.entries(pages)) folder.write(`${name}.html`, text);
    browser = await openBrowser();
    page = await browser.context.newPage();
    await browser.context.route('**', (route, request) => {
      asked.push(request.url());
      return request.url().startsWith('file:') ? route.continue() : route.abort();
    });
  }, 120_000);
  afterAll(() => browser.close());

  const open = async (name: string): Promise<void> => {
    asked.length = 0;
    await page.goto(pathToFileURL(folder.at(`${name}.html`)).href);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
  };

  it.each(Object.keys(pages))('%s: asks for nothing and runs no script', async (name) => {
    await open(name);
    await page.waitForTimeout(200);
    expect(asked).toEqual([pathToFileURL(folder.at(`${name}.html`)).href]);
    expect(await page.title()).not.toBe('owned');
  });

  it('shows hostile text as text: the page has the elements of the same report with calm text', async () => {
    const elements = () =>
      page.evaluate<string>("[...document.body.querySelectorAll('*')].map((each) => each.tagName).join(' ')");
    await open('hostile');
    const hostile = await elements();
    folder.write('calm.html', htmlReport(withText(several, 'calm')));
    await open('calm');
    expect(hostile).toBe(await elements());
    expect(hostile).not.toMatch(/SCRIPT|IMG|SVG/i);
  });

  it('is accessible by axe, in light and dark, on a phone and on a desk', async () => {
    for (const name of ['one', 'several']) {
      for (const [width, colorScheme] of [
        [390, 'light'],
        [1280, 'dark'],
        [820, 'light'],
        [390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await open(name);
        await page.evaluate(axe.source);
        const found: readonly string[] = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))",
        );
        expect([name, width, colorScheme, found]).toEqual([name, width, colorScheme, []]);
      }
    }
  });

  it('fits every width without scrolling sideways', async () => {
    for (const width of [320, 390, 820, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await open('hostile');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
    }
  });

  it('takes one or two pages of paper', async () => {
    await page.goto(pathToFileURL(folder.at('one.html')).href);
    const paper = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true });
    expect([1, 2]).toContain(pagesOnPaper(paper));
  });
});
