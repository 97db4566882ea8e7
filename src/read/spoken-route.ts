import type { Request } from '../model/incident.ts';
import { isCallUrl } from './api-url.ts';
import { authorizationIn } from './authorization.ts';
import { methodAround } from './method-around.ts';
import { placerOf } from './place.ts';
import { onlyAuthorization } from './script-authorization.ts';
import type { Found, Reader } from './text.ts';
import { urlsIn } from './urls.ts';

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

const routeOf = (word: string): string | undefined => {
  const path = word.replace(/[).:!?…]{1,5}$/, '');
  const route = ROUTES.find(({ as }) => as.test(path));
  return route === undefined ? undefined : path.replace(route.as, route.start);
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
    const words = [...text.matchAll(WORD)].slice(0, 20);
    const headers = words.length === 0 ? [] : onlyAuthorization(text);
    return words.flatMap(({ 0: word, index }) => {
      const url = routeOf(word);
      if (url === undefined || VARIABLE.test(word)) return [];
      const before = METHOD_BEFORE.exec(text.slice(Math.max(0, index - 60), index))?.[1]?.toUpperCase();
      const isQuoted = /["'`]/.test(text.charAt(index - 1));
      const method = before ?? (isQuoted ? methodAround(text, { from: index, to: index + word.length }) : undefined);
      const piece: Request = {
        kind: 'request',
        place: place(index, 'route'),
        complete: false,
        url,
        headers,
        ...authorizationIn(headers, false),
        ...(method !== undefined && { method }),
      };
      return [{ piece, from: index, to: index + word.length }];
    });
  },
};
