import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { NODE_LINES } from '../tools/node-lines.ts';

const FOLDER = '.github/workflows';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (name: string): Workflow => parse(readFileSync(join(FOLDER, name), 'utf8'));
const names = readdirSync(FOLDER);
const jobs = names.flatMap((name) => Object.values(workflow(name).jobs));
const steps = jobs.flatMap((job) => job.steps);

describe('the workflows of a public forge', () => {
  it('test every line of Node that the package promises, on every system', () => {
    const lines = Object.values(workflow('ci.yml').jobs).flatMap(({ strategy }) =>
      strategy ? [strategy.matrix['node']] : [],
    );
    expect(lines).toEqual([NODE_LINES, NODE_LINES]);
    expect(packageJson.engines.node).toBe(`>=${NODE_LINES[0]}`);
  });

  it('run scripts that exist', () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    const matrixRuns = jobs.flatMap(({ strategy }) => strategy?.matrix['run'] ?? []).map((words) => `npm run ${words}`);
    const scripts = [...runs, ...matrixRuns].flatMap((run) => /npm run ([a-z:]+)/.exec(run)?.[1] ?? []);
    expect(scripts).toEqual(expect.arrayContaining(['check', 'fuzz', 'mutation', 'pack:try']));
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });

  it('use actions of one exact version, and may only read, but for the signature of a release', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((action) => !/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    for (const name of names) expect([name, workflow(name).permissions]).toEqual([name, { contents: 'read' }]);
    const more = jobs.flatMap(({ permissions }) => (permissions === undefined ? [] : [permissions]));
    expect(more).toEqual([{ contents: 'read', 'id-token': 'write' }]);
  });

  it('publish with provenance, after the check and the audit', () => {
    const runs = workflow('release.yml').jobs['publish']?.steps.flatMap(({ run }) => run ?? []) ?? [];
    const publish = runs.findIndex((run) => run.startsWith('npm publish'));
    expect(runs[publish]).toContain('--provenance');
    for (const before of ['npm audit', 'npm run check', 'npm run build'])
      expect(runs.slice(0, publish)).toContain(before);
  });
});
