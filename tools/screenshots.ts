import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser, pagesOnPaper } from '../test/support/browser.ts';

/**
 * Pictures of HTML reports: at three widths, dark, and on paper. `tsx tools/screenshots.ts FOLDER REPORT.html...`
 * writes them to the folder and prints how many pages each report takes on paper.
 */
const WIDTHS = [390, 820, 1280];

const photograph = async (page: Page, file: string, folder: string): Promise<void> => {
  const name = join(folder, basename(file, '.html'));
  await page.goto(pathToFileURL(resolve(file)).href);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'screen', colorScheme });
      await page.screenshot({ path: `${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.screenshot({ path: `${name}-paper.png`, fullPage: true });
  const pdf = await page.pdf({ path: `${name}.pdf`, format: 'A4', printBackground: true, preferCSSPageSize: true });
  process.stdout.write(`${basename(file)}: ${pagesOnPaper(pdf)} pages on paper\n`);
};

const [folder = 'screenshots', ...files] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { context, close } = await openBrowser();
const page = await context.newPage();
for (const file of files) await photograph(page, file, folder);
await close();
