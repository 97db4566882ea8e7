import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecOperation } from './row.ts';
import { sectionsOf } from './sections.ts';

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly summary?: string;
}

interface Spec {
  readonly host?: string;
  readonly basePath?: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const operationsIn = (file: string, workload: string | undefined): readonly SpecOperation[] => {
  const spec = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Spec;
  return Object.entries(spec.paths).flatMap(([written, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => {
        const [path = '', query = ''] = `${spec.basePath ?? ''}${written}`.split('?', 2);
        return {
          workload: workload ?? operation.tags?.[0]?.replace(/_\(preview\)$/i, '') ?? '',
          operationId: operation.operationId ?? '',
          method: method.toUpperCase(),
          host: spec.host ?? '',
          path,
          query,
          sections: sectionsOf(`${operation.summary ?? ''}\n${operation.description ?? ''}`),
        };
      }),
  );
};

/** Operations of every `<workload>/swagger.json` in a folder. Preview copies with another file name are left out. */
export const readFabricSpecs = (folder: string): readonly SpecOperation[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'swagger.json')))
    .flatMap((name) => operationsIn(join(folder, name, 'swagger.json'), name));

/** Operations of the Power BI SDK's specification. */
export const readPowerBiSpec = (folder: string): readonly SpecOperation[] =>
  operationsIn(join(folder, 'sdk', 'swaggers', 'swagger.json'), undefined);
