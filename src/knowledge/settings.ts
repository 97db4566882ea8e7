import type { Rule } from '../model/rule.ts';
import data from './data/settings.json' with { type: 'json' };
import { causesNaming } from './explain-causes.ts';
import { detail, type Entry, type Explanation, type Grounds } from './explain-model.ts';

/** One tenant setting of the Fabric admin portal. */
export interface TenantSetting {
  readonly id: string;
  readonly name: string;
  /** Former names, and the names of the single settings where it stands for several. */
  readonly earlier: readonly string[];
  /** Names in `GET /v1/admin/tenantsettings`. */
  readonly internal?: string;
  readonly section: string;
  readonly default: string;
  /** Whether it can be limited to security groups. */
  readonly groups: string;
  readonly gates: string;
  readonly off?: string;
  readonly note?: string;
  readonly delay?: string;
  /** The fact that asks for it. */
  readonly fact?: string;
  readonly basis: readonly Grounds[];
  readonly sources: readonly string[];
}

/** The day on which the settings were gathered. */
export const SETTINGS_AS_OF = data.asOf;

/** Every setting that is known. */
export const tenantSettings = (): readonly TenantSetting[] => data.settings as readonly TenantSetting[];

/** https://learn.microsoft.com/fabric/admin/about-tenant-settings */
const USUAL_DELAY = 'up to 15 minutes';

const explain = (setting: TenantSetting, rules: readonly Rule[]): Explanation => ({
  kind: 'setting',
  id: setting.name,
  title: setting.name,
  means: setting.gates,
  details: [
    ...detail('While it is off', setting.off),
    ...detail('Note', setting.note),
    ...detail('Where', `Fabric portal > Settings > Admin portal > Tenant settings > ${setting.section}`),
    ...detail('Who', 'a Fabric administrator; nobody else sees or changes it'),
    ...detail('Default', setting.default),
    ...detail('Can be limited to security groups', setting.groups),
    ...detail('A change takes', setting.delay ?? USUAL_DELAY),
    ...detail('Other names', setting.earlier.join('; ')),
    ...detail('Name in the API', setting.internal),
  ],
  causes: setting.fact === undefined ? [] : causesNaming(rules, setting.fact),
  basis: setting.basis,
  sources: setting.sources,
  asOf: SETTINGS_AS_OF,
});

/** Every tenant setting, to be looked up by its name, a former one, or the one of the API. */
export const settingEntries = (rules: readonly Rule[]): readonly Entry[] =>
  tenantSettings().map((setting) => ({
    kind: 'setting',
    id: setting.name,
    names: [setting.name, ...setting.earlier, ...(setting.internal?.split(', ') ?? []), setting.id],
    explain: () => explain(setting, rules),
  }));
