import type { FactSpec } from '../../model/fact.ts';
import { LISTS_TELL_NOTHING, OUTSIDE_WORKSPACES } from './outside-workspaces.ts';

const works = { works: 'It works', fails: 'It fails too' } as const;

/** What a person can try or has seen: the experiments that settle most. */
export const observedFacts = {
  'observed.same-call-as-user': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether the same call works with a person’s own account',
    ask: {
      question: 'Does the same call work with your own account?',
      why: 'If it does, the request is right and only the app is not let in.',
      where: 'The Try It button on the page of the operation, or az account get-access-token and the same URL.',
      who: 'caller',
      cost: 'command',
      only: { 'caller.kind': ['service-principal', 'managed-identity'] },
      answers: works,
    },
  },
  'observed.list-workspaces': {
    type: ['with-this-one', 'without-this-one', 'refused'],
    group: 'observed',
    meaning: 'what listing the workspaces gives with the same token',
    ask: {
      question: 'What does listing the workspaces give, with the same token?',
      why: 'Refused means a tenant setting or the token; a list without this workspace means no role in it.',
      where:
        'GET https://api.fabric.microsoft.com/v1/workspaces or GET https://api.powerbi.com/v1.0/myorg/groups, with the same headers',
      who: 'caller',
      cost: 'command',
      only: { 'call.refused-by': ['api'] },
      unless: LISTS_TELL_NOTHING,
      answers: {
        'with-this-one': 'A list, and this workspace is in it',
        'without-this-one': 'A list without this workspace (or an empty one)',
        refused: 'It is refused as well',
      },
    },
  },
  'observed.reads': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether reading in the same workspace works',
    ask: {
      question: 'Does a read in the same workspace work, such as listing its items?',
      why: 'If it does, the caller has a role and it is too low, or the call needs more than a role.',
      where: 'GET https://api.fabric.microsoft.com/v1/workspaces/<workspace id>/items',
      who: 'caller',
      cost: 'command',
      only: { 'call.refused-by': ['api'] },
      unless: { 'observed.list-workspaces': ['refused'], ...OUTSIDE_WORKSPACES },
      answers: works,
    },
  },
  'observed.other-items': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether the same call works on another item of the workspace',
    ask: {
      question: 'Does the same call work on another item of that workspace?',
      why: 'If it does, the right on this one item is missing, or its id is wrong.',
      where: 'Repeat the call with the id of another item.',
      who: 'caller',
      cost: 'command',
      only: { 'call.refused-by': ['api'] },
      unless: { 'observed.list-workspaces': ['refused'], ...OUTSIDE_WORKSPACES },
      answers: works,
    },
  },
  'observed.started': {
    type: ['always', 'worked-before', 'just-changed', 'after-an-hour', 'after-update'],
    group: 'observed',
    meaning: 'since when it fails',
    ask: {
      question: 'Since when does it fail?',
      why: 'Failing after an hour is expiry; after a change it may only need time.',
      where: 'Your logs.',
      who: 'caller',
      cost: 'know',
      answers: {
        always: 'It never worked',
        'worked-before': 'It worked before, and nothing was changed',
        'just-changed': 'A setting, role or secret was changed less than an hour ago',
        'after-an-hour': 'Each run works at first and fails after about an hour',
        'after-update': 'Since a library or tool was updated',
      },
    },
  },
  'observed.made-before': {
    type: ['app', 'role'],
    group: 'observed',
    meaning: 'what the pasted run makes right before the call that is refused for want of it',
  },
  'observed.repeats': {
    type: ['every-time', 'sometimes'],
    group: 'observed',
    meaning: 'whether it fails each time',
    ask: {
      question: 'Does it fail every time, with the same token and URL?',
      why: 'A failure that comes and goes is the service or its load, not the set-up.',
      where: 'Repeat the call a few times.',
      who: 'caller',
      cost: 'command',
      answers: { 'every-time': 'Every time', sometimes: 'Sometimes it works' },
    },
  },
  'observed.other-network': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether it works from another network',
    ask: {
      question: 'Does the call work from another network or machine?',
      why: 'If it does, a private link, firewall, proxy or policy stops it here.',
      where: 'Repeat it from a network outside the company, or from Azure Cloud Shell.',
      who: 'caller',
      cost: 'command',
      answers: works,
    },
  },
  'observed.other-client': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether the same call works with another tool',
    ask: {
      question: 'Does the same call work with curl, and a token from another client?',
      why: 'If it does, the library or tool that you use is at fault.',
      where:
        'curl -i -H "Authorization: Bearer $TOKEN" <URL>, with TOKEN from az account get-access-token --resource https://analysis.windows.net/powerbi/api',
      who: 'caller',
      cost: 'command',
      answers: works,
    },
  },
  'observed.previous-version': {
    type: ['works', 'fails'],
    group: 'observed',
    meaning: 'whether the previous version of the library or tool works',
    ask: {
      question: 'Does the previous version of the library or tool still work?',
      why: 'If it does, the new version is at fault.',
      where: 'Install the version before and repeat the call.',
      who: 'caller',
      cost: 'command',
      only: { 'observed.started': ['after-update'] },
      answers: works,
    },
  },
  'observed.settings-proven': {
    type: 'flag',
    group: 'observed',
    meaning: 'every setting and role was checked, more than an hour has passed, and a new token was used',
    ask: {
      question: 'Are settings and roles checked, more than an hour old, and was a new token used?',
      why: 'Only then is a defect of the service likely.',
      where: 'Admin portal > Tenant settings; the workspace > Manage access.',
      who: 'fabric-admin',
      cost: 'ask-admin',
    },
  },
  'observed.item-seen-by-others': {
    type: ['yes', 'no'],
    group: 'observed',
    meaning: 'whether somebody else sees the item',
    ask: {
      question: 'Does somebody else still see the workspace or item?',
      why: 'If others see it, it exists and is hidden from this caller; if nobody does, it is gone.',
      where: 'Open it in the Fabric portal with an account that has access.',
      who: 'workspace-admin',
      cost: 'ask-admin',
      answers: { yes: 'Yes, others see it', no: 'No, nobody sees it' },
    },
  },
  'observed.ids-checked': {
    type: ['right', 'wrong', 'other-workspace'],
    group: 'observed',
    meaning: 'whether the ids in the URL are right',
    ask: {
      question: 'Do the ids in the URL match the address of the item in the portal?',
      why: 'A wrong id and an item in another workspace answer 404 as well.',
      where: 'Open the item in the portal: the address holds /groups/<workspace id>/ and the id of the item.',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: {
        right: 'They match',
        wrong: 'An id differs',
        'other-workspace': 'The item lives in another workspace',
      },
    },
  },
} as const satisfies Record<string, FactSpec>;
