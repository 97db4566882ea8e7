import type { FactSpec } from '../../model/fact.ts';
import { DEPLOYMENT_PIPELINES, LISTS_TELL_NOTHING, OUTSIDE_WORKSPACES } from './outside-workspaces.ts';

/** What the caller may do with the item, and with the gateway and the connection behind it. */
export const itemFacts = {
  'item.permission': {
    type: ['none', 'read', 'build', 'write'],
    group: 'access',
    meaning: 'the permission of the caller on the item',
    ask: {
      question: 'Which permission does the caller have on the item (or on the semantic model behind it)?',
      why: 'A Viewer has Read only: queries need Build, files in OneLake need ReadAll, changes need Write.',
      where: 'Fabric portal > the item > ... > Manage permissions.',
      who: 'workspace-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      unless: { 'call.api': OUTSIDE_WORKSPACES['call.api'], 'operation.id': LISTS_TELL_NOTHING['operation.id'] },
      answers: {
        none: 'None',
        read: 'Read',
        build: 'Read and Build, or ReadAll',
        write: 'Write, or a role of Contributor or more',
      },
    },
  },
  'item.owner': {
    type: ['caller', 'somebody-else'],
    group: 'access',
    meaning: 'who owns the semantic model',
    ask: {
      question: 'Who owns the semantic model?',
      why: 'Credentials, gateway bindings and parameters can be changed by the owner only.',
      where: 'The settings of the semantic model: "configured by".',
      who: 'workspace-admin',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: { caller: 'The caller', 'somebody-else': 'Somebody else' },
    },
  },
  'item.row-level-security': {
    type: ['yes', 'no'],
    group: 'access',
    meaning: 'whether the model has row-level security or single sign-on',
    ask: {
      question: 'Does the semantic model have row-level security or single sign-on to its source?',
      why: 'Apps cannot query such a model, and an embed token for it must name an identity.',
      where: 'Power BI Desktop > Manage roles; or the security page of the semantic model.',
      who: 'app-owner',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      answers: { yes: 'Yes', no: 'No' },
    },
  },
  'gateway.role': {
    type: ['none', 'user', 'admin'],
    group: 'access',
    meaning: 'the role of the caller on the gateway or its data source',
    ask: {
      question: 'Which role does the caller have on the gateway or its data source?',
      why: 'Gateways have permissions of their own, apart from workspaces; only their admins see them listed.',
      where: 'Fabric portal > Settings > Manage connections and gateways.',
      who: 'app-owner',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      answers: { none: 'None', user: 'User of a data source', admin: 'Admin of the gateway' },
    },
  },
  'connection.role': {
    type: ['none', 'user', 'owner'],
    group: 'access',
    meaning: 'the role of the caller on the connection',
    ask: {
      question: 'Which role does the caller have on the connection?',
      why: 'Connections have permissions of their own, apart from workspaces.',
      where: 'Fabric portal > Settings > Manage connections and gateways > the connection > Manage users.',
      who: 'app-owner',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['api'] },
      answers: { none: 'None', user: 'User', owner: 'Owner' },
    },
  },
  'pipeline.role': {
    type: ['none', 'admin'],
    group: 'access',
    meaning: 'the access of the caller to the deployment pipeline',
    ask: {
      question: 'Which access does the caller have to the deployment pipeline?',
      why: 'A deployment pipeline has a list of its own of who may use it, apart from the roles in its workspaces.',
      where:
        'Fabric portal > Deployment pipelines > the pipeline > Manage access; or GET https://api.powerbi.com/v1.0/myorg/pipelines with the same token.',
      who: 'app-owner',
      cost: 'ask-admin',
      only: { 'operation.path': DEPLOYMENT_PIPELINES },
      answers: { none: 'None: it is not listed', admin: 'Admin' },
    },
  },
} as const satisfies Record<string, FactSpec>;
