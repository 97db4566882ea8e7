import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidGroup } from './said-group.ts';

const said = (text: string) => saidGroup(sentencesIn(text))['said.group-member'];

describe('how an app is said to stand in the allowed group', () => {
  it.each([
    [
      'The setting is on for the group PBI-Automation (it is a Microsoft 365 group we already had)',
      'wrong-kind-of-group',
    ],
    ['fabric-apps is an M365 group with a Teams channel.', 'wrong-kind-of-group'],
    ['The allowed group is an M365 group, would that matter?', 'wrong-kind-of-group'],
    ['The allowed group is a distribution list.', 'wrong-kind-of-group'],
    ['The tenant setting is limited to a Microsoft 365 group, the app is in it.', 'wrong-kind-of-group'],
    ['I put the app into a mail-enabled security group.', 'wrong-kind-of-group'],
    ['SPN is in A, and A is a member of B, which the setting names.', 'nested-group'],
    ['The app is in a group which is a member of the allowed group.', 'nested-group'],
    ['Our SP is in a nested group.', 'nested-group'],
    ['The SP is a member of "grp-spn" and that one is member of grp-auto.', 'nested-group'],
    ['The app is in sg-apps, and this group is in sg-fabric.', 'nested-group'],
    ['At Owners of the group I picked the app.', 'owner-only'],
    ['grp-a has grp-b as member, and our SPN is a member of the latter.', 'nested-group'],
    ['grp-a contains grp-b as a member and the app is in grp-b.', 'nested-group'],
    ['We created a Team for it and used its group.', 'wrong-kind-of-group'],
    ['spn is member of a mail-enabled group, this group is in tenant settings.', 'wrong-kind-of-group'],
    ['Under the group I see my app listed as Owner.', 'owner-only'],
    ['The service principal is an owner of the security group.', 'owner-only'],
  ])('%s', (text, member) => {
    expect(said(text)).toBe(member);
  });

  it.each([
    'It is of type Security, not a Microsoft 365 group.',
    'The app is in no nested group.',
    'The SP is a member of "grp-spn" and that one is member of the workspace.',
    'The SP is a member of "grp-spn" and that one is named in the tenant setting.',
    'Is the app in a nested group?',
    'The workspace is backed by a Microsoft 365 group.',
    'I am owner of the security group and added the app as member.',
    'My colleague is an owner of the group and added the app.',
    'SPN is in A, and A is a member of the workspace.',
    'The docs say that a nested group does not count for apps.',
    'The app is a member of the security group.',
    'grp-a has grp-b as member, and our SPN is a member of grp-a.',
    'My user is a member of the Microsoft 365 group, the app is in the security group.',
    'The SPN is a member of the security group of our team.',
    'The SP should be an owner of the group.',
  ])('nothing in: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });
});
