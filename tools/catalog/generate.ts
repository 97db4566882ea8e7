import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compact, print } from './compact.ts';
import { describe } from './describe.ts';
import { readFabricSpecs, readPowerBiSpec } from './read-specs.ts';

/**
 * Writes `src/knowledge/data/operations.json` from checkouts of microsoft/fabric-rest-api-specs and microsoft/PowerBI-CSharp:
 * `npm run catalog -- <Fabric folder> <Power BI folder>`. How the rows compare with another reading: differences.md.
 */
const [fabric, powerBi] = process.argv.slice(2);
if (fabric === undefined || powerBi === undefined) {
  console.error('Usage: npm run catalog -- <folder of fabric-rest-api-specs> <folder of PowerBI-CSharp>');
  process.exit(2);
}
const rows = [...readFabricSpecs(fabric), ...readPowerBiSpec(powerBi)].map(describe);
const text = print(compact(rows));
const target = fileURLToPath(new URL('../../src/knowledge/data/operations.json', import.meta.url));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
console.error(`${rows.length} operations, ${text.length} characters, ${gzipSync(text).length} bytes gzipped`);
