import type { Authority } from './authority.ts';
import { discovery, instances } from './discovery.ts';
import { given, type Heard, type Reply } from './exchange.ts';
import { authorize, deviceCode } from './sign-in-start.ts';
import { tokenAnswer } from './token-answer.ts';

const ROUTES: readonly (readonly [RegExp, (authority: Authority, heard: Heard) => Reply | Promise<Reply>])[] = [
  [/^\/common\/discovery\/instance$/, (_, heard) => instances(heard)],
  [/^\/[^/]{1,200}\/(?:v2\.0\/)?\.well-known\/openid-configuration$/, discovery],
  [/^\/[^/]{1,200}\/discovery\/(?:v2\.0\/)?keys$/, ({ signer }) => given({ keys: signer.keys })],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?token$/, tokenAnswer],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?authorize$/, authorize],
  [/^\/[^/]{1,200}\/oauth2\/(?:v2\.0\/)?devicecode$/, deviceCode],
];

/** Answers a request to the authority. */
export const answerEntra = async (authority: Authority, heard: Heard): Promise<Reply> => {
  const route = ROUTES.find(([pattern]) => pattern.test(heard.path));
  if (route === undefined) return { status: 404, headers: {}, body: '', check: 'entra.no-route' };
  return route[1](authority, heard);
};
