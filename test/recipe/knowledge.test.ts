import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/index.ts';
import entra from '../../src/knowledge/data/entra-codes.json' with { type: 'json' };
import { lookUp } from '../../src/knowledge/explain.ts';
import { tenantSettings } from '../../src/knowledge/settings.ts';
import { GRANT_TABLE, GRANTS } from '../../src/recipe/grants.ts';
import { FLOWS, RECIPE_APIS } from '../../src/recipe/model.ts';
import { FLOW_TABLE } from '../../src/recipe/recipe.ts';
import { TARGETS } from '../../src/recipe/targets.ts';
import { requestCommand } from '../../src/report/grant.ts';
import { operationAnswer } from '../../src/report/operation-answer.ts';

const requests = GRANTS.flatMap((id) => [...GRANT_TABLE[id].requests, GRANT_TABLE[id].check]);
const codes = FLOWS.flatMap((flow) => FLOW_TABLE[flow].mistakes.flatMap((mistake) => mistake.codes));

describe('what recipes say', () => {
  it('names errors that explain knows', () => {
    expect(codes.length).toBeGreaterThan(30);
    expect(entra.codes.length).toBeGreaterThan(400);
    expect(codes.filter((code) => !lookUp(`AADSTS${code}`, builtInRules).found)).toEqual([]);
  });

  it('names calls of Power BI and Fabric that exist', () => {
    const calls = RECIPE_APIS.filter((api) => api === 'powerbi' || api === 'fabric').flatMap((api) =>
      [TARGETS[api].call, TARGETS[api].workspaceCall].flatMap((call) =>
        call === undefined ? [] : [`${call.method} ${TARGETS[api].hosts.public}${call.path}`],
      ),
    );
    const granting = requests
      .filter((each) => each.with === 'fabric' || each.with === 'powerbi')
      .map(({ line }) => line);
    expect([calls.length, granting.length]).toEqual([4, 15]);
    const unknown = [...calls, ...granting].filter((line) => {
      const [method, url = ''] = line.split(' ');
      return operationAnswer(method, url.replace(/\$[A-Z_]+/g, 'x')).match?.found !== 'yes';
    });
    expect(unknown).toEqual([]);
  });

  it('names tenant settings by their present names', () => {
    const text = JSON.stringify(GRANT_TABLE['tenant-setting']);
    const apps = tenantSettings().filter(({ name }) => name.startsWith('Service principals can'));
    const named = apps.filter(({ name }) => text.includes(name)).map(({ id }) => id);
    expect(named).toEqual(expect.arrayContaining(['sp-public-apis', 'sp-create', 'sp-admin-read', 'sp-admin-update']));
  });

  it('gives grants as commands that a shell takes, with a check each', () => {
    expect(requests.length).toBeGreaterThan(15);
    for (const request of requests) {
      expect(() => execFileSync('bash', ['-n', '-c', requestCommand(request)])).not.toThrow();
    }
    const words = requestCommand(GRANT_TABLE['security-group'].requests[2] ?? expect.fail());
    const said = execFileSync('bash', ['-c', words.replace('curl', 'printf "%s\\n"')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GROUP_ID: 'g1', PRINCIPAL_ID: 'p1', TOKEN: 't' },
    });
    expect(said).toContain('/groups/g1/members/$ref');
  });
});
