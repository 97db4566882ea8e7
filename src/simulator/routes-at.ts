import { ROUTES, type Route } from './routes.ts';

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
