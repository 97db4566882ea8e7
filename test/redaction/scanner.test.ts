import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';
import { readCases } from '../../tools/cases/read-case.ts';
import { buildToken } from '../support/token.ts';
import { allOutputs, allReports } from './outputs.ts';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };

/** What an independent scanner takes for a secret: https://github.com/secretlint/secretlint */
const scan = async (content: string): Promise<readonly string[]> => {
  const { messages } = await lintSource({
    source: { filePath: 'report.txt', content, contentType: 'text', ext: '.txt' },
    options: { config, noPhysicFilePath: true },
  });
  return messages.map(({ message }) => message);
};

it('the scanner sees secrets, so that its silence means something', async () => {
  const key = `${'ghp'}_${'aB3dE6'.repeat(6)}`;
  expect(await scan(`token: ${key}`)).not.toEqual([]);
  expect(await scan(await allOutputs(`token: ${key}\nBearer ${buildToken({ aud: 'x' })}`))).toEqual([]);
});

it('an independent scanner finds no secret in any report of any case', { timeout: 300_000 }, async () => {
  const found: string[] = [];
  for (const { id, pastes } of readCases('fixtures')) {
    const messages = await scan(await allReports(pastes));
    found.push(...messages.map((message) => `${id}: ${message}`));
  }
  expect(found).toEqual([]);
});
