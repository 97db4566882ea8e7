import type { App } from './tenant.ts';
import type { World } from './world.ts';

/** The app of a client id. */
export const appOf = ({ apps }: World, id: string): App | undefined =>
  Object.values(apps).find(({ clientId }) => clientId === id);
