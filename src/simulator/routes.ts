import { FABRIC_ROUTES } from './fabric-routes.ts';
import { POWER_BI_ROUTES } from './power-bi-routes.ts';
import type { Route } from './route.ts';

/** Every operation of Power BI and Fabric that the simulator answers. */
const ROUTES: readonly Route[] = [
  ...FABRIC_ROUTES.map((route) => ({ ...route, api: 'fabric' as const })),
  ...POWER_BI_ROUTES.map((route) => ({ ...route, api: 'powerbi' as const })),
];

/** The operations that a path fits, whatever their method. */
export const routesAt = (api: Route['api'], path: string): readonly Route[] =>
  ROUTES.filter((route) => route.api === api && paramsOf(route, path) !== undefined);

/** The ids in a path; undefined where it does not fit the route. */
export const paramsOf = (route: Route, path: string): Readonly<Record<string, string>> | undefined => {
  const [wanted, found] = [route.path.split('/'), path.replace(/\/$/, '').split('/')];
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = value;
    else if (part.toLowerCase() !== value.toLowerCase()) return undefined;
  }
  return params;
};
