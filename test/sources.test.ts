import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { generalFinding } from '../src/report/general-finding.ts';
import { sourcesSection } from '../src/report/sections.ts';
import { citedSources, listedSources } from './support/cited-sources.ts';

const listed = listedSources();
const all = Object.values(listed).flat();
const cited = citedSources(listed);

/** A page, whatever place in it is meant. */
const pageOf = (url: string): string => url.replace(/#.*$/, '');

/** An address that anybody can open: over https, in no language of one reader, with nothing that a tracker adds. */
const isWellFormed = (url: string): boolean =>
  /^https:\/\/(?:[\w-]+\.)+[a-z]{2,}(?:\/[\w.~+:@%-]*)*(?:#[\w.:-]+)?$/.test(url) &&
  URL.canParse(url) &&
  !/\/[a-z]{2}-[a-z]{2}\//i.test(url);

describe('the sources of what the package says', () => {
  it('are named by rules, knowledge, code and recipes', () => {
    const rooms = new Set(cited.map(({ file }) => file.split('/').slice(0, 2).join('/')));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['rules/audience', 'src/knowledge', 'src/recipe', 'src/read', 'src/live']),
    );
    expect(cited.length).toBeGreaterThan(400);
  });

  it('are well-formed https links', () => {
    expect(cited.filter(({ url }) => !isWellFormed(url))).toEqual([]);
    expect(all.filter((url) => !isWellFormed(url) || url !== pageOf(url))).toEqual([]);
    const bad = [
      'http://learn.microsoft.com/a',
      'https://learn.microsoft.com/en-us/a',
      'https://a b',
      'https://x.y/?z',
    ];
    expect(bad.filter(isWellFormed)).toEqual([]);
  });

  it('are each in the list of the knowledge', () => {
    expect(cited.filter(({ url }) => !all.includes(pageOf(url)))).toEqual([]);
  });

  it('are each named somewhere, and listed once', () => {
    const named = new Set(cited.map(({ url }) => pageOf(url)));
    expect(all.filter((url) => !named.has(url))).toEqual([]);
    expect(all.filter((url, i) => all.indexOf(url) < i)).toEqual([]);
  });

  it('are told apart in reports as they are in the list: threads from all others', () => {
    const threads = new Set(listed['threads']);
    const shown = loadRules('rules').flatMap((rule) =>
      sourcesSection(generalFinding(rule)).flatMap(({ title, blocks }) =>
        blocks.flatMap((block) => (block.is === 'links' ? block.urls.map((url) => ({ title, url })) : [])),
      ),
    );
    expect(shown.length).toBeGreaterThan(150);
    const isThread = ({ title }: { readonly title: string }): boolean => title === 'Seen in public threads';
    expect(shown.filter((one) => isThread(one) !== threads.has(one.url))).toEqual([]);
  });
});
