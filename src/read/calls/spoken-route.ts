import type { Request } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { urlsIn } from '../syntax/urls.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { isCallUrl } from './api-url.ts';
import { baseIn, joined } from './code-address.ts';
import { functionAround, methodSpoken } from './method-around.ts';
import { isSaidToWork } from './said-to-work.ts';
import { onlyAuthorization } from './script-authorization.ts';

/** Routes as people write them without a host, by what their path starts with. */
const ROUTES: readonly { readonly as: RegExp; readonly start: string }[] = [
  { as: /^\/?(?:v1\.0\/)?myorg\/(?=\w)/i, start: '/v1.0/myorg/' },
  {
    as: /^\/?v1\/(?=(?:workspaces|capacities|connections|gateways|deploymentPipelines|domains|admin)(?:\/|$))/i,
    start: '/v1/',
  },
  {
    as: /^\/?(?=(?:groups\/[^/]{1,80}\/(?:datasets|reports|dashboards|dataflows|users|imports)|datasets\/[^/]{1,80}\/(?:refreshes|executeQueries|Default\.\w|datasources|parameters)|reports\/[^/]{1,80}\/(?:GenerateToken|Export\w{0,4}|Clone|Rebind|pages)|gateways\/[^/]{1,80}\/datasources|admin\/(?:groups|datasets|reports|workspaces|capacities|activityevents|apps))(?:\/|\?|$))/i,
    start: '/v1.0/myorg/',
  },
  {
    as: /^\/?(?=workspaces\/[^/]{1,80}\/(?:items|lakehouses|notebooks|warehouses|semanticModels|reports|roleAssignments|git|spark|dataPipelines|assignToCapacity)(?:\/|\?|$))/i,
    start: '/v1/',
  },
];

const WORD =
  /(?<![\w.:/@\\-])\/?(?:v1|myorg|groups|datasets|reports|gateways|admin|workspaces)[./][^\s"'`,;|]{1,500}/gi;
const METHOD_BEFORE =
  /\b(GET|POST|PUT|PATCH|DELETE|HEAD)(?: On Session\s{1,10}\w{1,40})?(?: request)?(?: (?:on|to|for|from|against))?[\s:=]{1,4}["'`(]?$/i;

/** Variables stand in commands and code, which have readers of their own. */
const VARIABLE = /\/\$\w/;

/** What ends a route and is none of it: a sentence, a bracket, an element. */
const END = /<\/.{0,60}$|[).:!?…]{1,5}$/;

/** The path of a route that people write without its beginning; undefined for other words. */
export const routeOf = (word: string): string | undefined => {
  const path = word.replace(END, '');
  const route = ROUTES.find(({ as }) => as.test(path));
  return route === undefined ? undefined : path.replace(route.as, route.start);
};

/** The route with the address that the code, the test or the policy around it names as its base. */
const whole = (base: string | undefined, word: string, route: string): string => {
  const url = base === undefined ? route : joined(base, word.replace(END, ''));
  return isCallUrl(url) ? url : route;
};

/**
 * Reads the route of a call that people write without its host, such as `POST groups/{id}/datasets/{id}/refreshes`. Only
 * where the text shows no URL of a call.
 */
export const spokenRouteReader: Reader = {
  id: 'spoken-route',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (urlsIn(text).some(({ url }) => isCallUrl(url))) return [];
    const place = placerOf(text, paste);
    const routes = [...text.matchAll(WORD)].slice(0, 20);
    if (routes.length === 0) return [];
    const headers = onlyAuthorization(text);
    const base = baseIn(text, routes[0]?.[0] ?? '');
    return routes.flatMap(({ 0: word, index }) => {
      const url = routeOf(word);
      if (url === undefined || VARIABLE.test(word)) return [];
      const words = text.slice(Math.max(0, index - 60), index);
      const before = METHOD_BEFORE.exec(words)?.[1]?.toUpperCase() ?? methodSpoken(words, word.replace(END, ''));
      const isQuoted = /["'`>]/.test(text.charAt(index - 1));
      const span = { from: index, to: index + word.length };
      const called = isQuoted ? functionAround(text, span) : undefined;
      const method = before ?? called?.toUpperCase();
      const piece: Request = {
        kind: 'request',
        place: place(index, 'route'),
        complete: false,
        url: isQuoted ? whole(base, word, url) : url,
        headers,
        ...authorizationIn(headers, false),
        ...(method !== undefined && { method }),
        ...(isSaidToWork(text, span) && { works: true as const }),
      };
      return [{ piece, ...span }];
    });
  },
};
