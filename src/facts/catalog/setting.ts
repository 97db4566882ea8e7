import type { Ask, FactSpec } from '../../model/fact.ts';

const ANSWERS = {
  'covers-caller': 'It is on, for everybody or for a group that holds the caller',
  'other-groups': 'It is on, but no allowed group holds the caller (or a group excludes it)',
  off: 'It is off',
} as const;

const states = ['covers-caller', 'other-groups', 'off'] as const;

/** Tenant settings are asked for in one way. Names: https://learn.microsoft.com/fabric/admin/tenant-settings-index */
const askSetting = (name: string, section: string, why: string): Ask => ({
  question: `Tenant setting "${name}": is it on, and for whom?`,
  why,
  where: `Fabric portal > Settings > Admin portal > Tenant settings > ${section} > ${name}`,
  who: 'fabric-admin',
  cost: 'ask-admin',
  answers: ANSWERS,
});

/** Settings that concern apps only. */
const ofApps = (ask: Ask): Ask => ({ ...ask, only: { 'caller.kind': ['service-principal', 'managed-identity'] } });

/** Tenant settings of the Fabric admin portal, by what they gate. */
export const settingFacts = {
  'setting.sp-public-apis': {
    type: states,
    group: 'setting',
    meaning: 'Service principals can call Fabric public APIs (before: Allow service principals to use Power BI APIs)',
    ask: ofApps(
      askSetting(
        'Service principals can call Fabric public APIs',
        'Developer settings',
        'Without it every call of an app is refused, with a good token too.',
      ),
    ),
  },
  'setting.sp-create': {
    type: states,
    group: 'setting',
    meaning: 'Service principals can create workspaces, connections, and deployment pipelines',
    ask: ofApps(
      askSetting(
        'Service principals can create workspaces, connections, and deployment pipelines',
        'Developer settings',
        'It is apart from the setting for calling the APIs, and off for new customers.',
      ),
    ),
  },
  'setting.sp-admin-read': {
    type: states,
    group: 'setting',
    meaning: 'Service principals can access read-only admin APIs',
    ask: ofApps(
      askSetting(
        'Service principals can access read-only admin APIs',
        'Admin API settings',
        'Admin routes have a setting of their own.',
      ),
    ),
  },
  'setting.sp-admin-update': {
    type: states,
    group: 'setting',
    meaning: 'Service principals can access admin APIs used for updates',
    ask: ofApps(
      askSetting(
        'Service principals can access admin APIs used for updates',
        'Admin API settings',
        'Admin routes that change something have a setting of their own.',
      ),
    ),
  },
  'setting.sp-profiles': {
    type: states,
    group: 'setting',
    meaning: 'Allow service principals to create and use profiles',
    ask: ofApps(
      askSetting(
        'Allow service principals to create and use profiles',
        'Developer settings',
        'The profile header and the profiles API need it.',
      ),
    ),
  },
  'setting.admin-metadata': {
    type: states,
    group: 'setting',
    meaning: 'Enhance admin APIs responses with detailed metadata, and with DAX and mashup expressions',
    ask: askSetting(
      'Enhance admin APIs responses with detailed metadata',
      'Admin API settings',
      'Without it the scanner answers without tables, columns and expressions.',
    ),
  },
  'setting.fabric-items': {
    type: states,
    group: 'setting',
    meaning: 'Users can create Fabric items',
    ask: askSetting(
      'Users can create Fabric items',
      'Microsoft Fabric',
      'Without it no item other than a Power BI item can be created.',
    ),
  },
  'setting.datamarts': {
    type: states,
    group: 'setting',
    meaning: 'Create Datamarts (preview)',
    ask: askSetting(
      'Create Datamarts (preview)',
      'Datamart settings',
      'The SQL endpoint of a lakehouse needs it in some tenants.',
    ),
  },
  'setting.execute-queries': {
    type: states,
    group: 'setting',
    meaning: 'Semantic Model Execute Queries REST API (before: Dataset Execute Queries REST API)',
    ask: askSetting(
      'Semantic Model Execute Queries REST API',
      'Integration settings',
      'executeQueries has a setting of its own.',
    ),
  },
  'setting.embed': {
    type: states,
    group: 'setting',
    meaning: 'Embed content in apps',
    ask: askSetting('Embed content in apps', 'Developer settings', 'GenerateToken needs it.'),
  },
  'setting.export': {
    type: states,
    group: 'setting',
    meaning: 'the export settings, such as Download reports or Export reports as PDF documents',
    ask: askSetting(
      'Export reports as ... / Download reports',
      'Export and sharing settings',
      'Each export format has its own setting.',
    ),
  },
  'setting.guests': {
    type: states,
    group: 'setting',
    meaning: 'Guest users can access Microsoft Fabric',
    ask: askSetting(
      'Guest users can access Microsoft Fabric',
      'Export and sharing settings',
      'Without it every call of a guest is refused.',
    ),
  },
  'setting.changed': {
    type: ['minutes-ago', 'hours-ago', 'not-changed'],
    group: 'setting',
    meaning: 'when a setting, group, role or permission was last changed',
    ask: {
      question: 'When was the setting, group, role or permission last changed?',
      why: 'A change takes up to 15 minutes, and a token issued before it does not know it.',
      where: 'Ask whoever changed it, or the audit log.',
      who: 'caller',
      cost: 'know',
      answers: {
        'minutes-ago': 'Less than an hour ago',
        'hours-ago': 'Hours or days ago',
        'not-changed': 'Nothing was changed',
      },
    },
  },
  'setting.group-member': {
    type: ['enterprise-application', 'app-registration', 'a-person', 'nested-group', 'wrong-kind-of-group', 'nobody'],
    group: 'setting',
    meaning: 'what stands in the security group (or in the grant) for this app',
    ask: {
      question: 'Which object of the app is in the security group, or was given the role?',
      why: 'Only the enterprise application counts (its object id is oid in the token), as a direct member of a security group.',
      where: 'Entra admin center > Groups > the group > Members; compare with Enterprise apps > the app > Object ID.',
      who: 'entra-admin',
      cost: 'ask-admin',
      answers: {
        'enterprise-application': 'The enterprise application (service principal), directly',
        'app-registration': 'The app registration’s object id, or the client id',
        'a-person': 'A person’s account, or the app only as owner of the group',
        'nested-group': 'Another group that holds it',
        'wrong-kind-of-group': 'A Microsoft 365 or distribution group',
        nobody: 'It is not in there',
      },
    },
  },
} as const satisfies Record<string, FactSpec>;
