import type { State } from './authority.ts';
import type { App, User } from './tenant.ts';
import type { NewGrant } from './vault.ts';

/** What is kept of a sign-in to this tenant, for the code or token that is given out for it. */
export const newGrant = (
  { world, now }: State,
  { clientId }: App,
  user: User | undefined,
  asked: Partial<Pick<NewGrant, 'redirect' | 'challenge' | 'scope'>>,
): NewGrant => ({
  user: user?.id ?? '',
  clientId,
  tenant: world.tenant.id,
  redirect: '',
  challenge: '',
  scope: '',
  issued: now(),
  ...asked,
});
