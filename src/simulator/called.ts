import type { Authority, State } from './authority.ts';
import { type Caller, callerOf, type Presented, presented } from './caller.ts';
import type { Heard } from './exchange.ts';
import type { Route } from './route.ts';
import { paramsOf, routesAt } from './routes.ts';
import type { Item, Shared, Workspace } from './tenant.ts';
import type { AnsweringApi, World } from './world.ts';

/** A call of an API with all that the checks look at. */
export interface Called {
  readonly state: State;
  readonly api: AnsweringApi;
  readonly heard: Heard;
  readonly token: Presented;
  readonly caller: Caller | undefined;
  readonly route: Route | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly workspace: Workspace | undefined;
  readonly item: Item | undefined;
  /** The model behind the item: itself, or that of the report. */
  readonly model: Item | undefined;
  readonly gateway: Shared | undefined;
  readonly connection: Shared | undefined;
  /** The first DAX query of the body. */
  readonly query: string;
}

const WORKSPACE_IN_PATH = /\/(?:workspaces|groups)\/([0-9a-f-]{36})(?:\/|$)/i;

const byId = <T extends { readonly id: string }>(all: Readonly<Record<string, T>>, id = ''): T | undefined =>
  Object.values(all).find((one) => one.id === id);

const itemAt = (world: World, route: Route | undefined, id: string | undefined, workspace: Workspace | undefined) => {
  const item = byId(world.items, id);
  if (item === undefined || item.isDeleted) return undefined;
  if (route?.type !== undefined && item.type !== route.type) return undefined;
  return route?.isMine || world.workspaces[item.workspace] === workspace ? item : undefined;
};

const modelOf = (world: World, item: Item | undefined): Item | undefined =>
  item?.type === 'Report'
    ? Object.values(world.items).find(({ type, workspace }) => type === 'SemanticModel' && workspace === item.workspace)
    : item;

const queryIn = (body: string): string => {
  try {
    return String((JSON.parse(body) as { queries?: { query?: unknown }[] }).queries?.[0]?.query ?? '');
  } catch {
    return '';
  }
};

/** Reads a call against the world. */
export const readCall = async (authority: Authority, api: AnsweringApi, heard: Heard): Promise<Called> => {
  const { world, signer } = authority;
  const token = await presented(heard.headers['authorization'], signer);
  const found = api === 'graph' ? [] : routesAt(api, heard.path);
  const route = found.find(({ method }) => method === heard.method);
  const likest = route ?? found[0];
  const params = (likest && paramsOf(likest, heard.path)) ?? {};
  const workspace = byId(world.workspaces, params['w'] ?? params['aw'] ?? WORKSPACE_IN_PATH.exec(heard.path)?.[1]);
  const item = itemAt(world, route, params['i'], workspace);
  return {
    state: authority,
    api,
    heard,
    token,
    caller: token.is === 'token' ? callerOf(token.claims, world) : undefined,
    route,
    params,
    workspace,
    item,
    model: modelOf(world, item),
    gateway: byId(world.gateways, params['g']),
    connection: byId(world.connections, params['c']),
    query: queryIn(heard.body),
  };
};
