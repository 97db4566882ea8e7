import type { Derivation } from '../../facts/derivation.ts';
import { codeFromHeader, codesFromTold } from './derive-answer.ts';
import { callApi, callAudience, callClouds, callNames } from './derive-call.ts';
import {
  callerGuest,
  callerIds,
  callerKindFromComparison,
  callerKindFromGrant,
  callerKindFromRefusal,
  callerKindFromToken,
  callerLabel,
} from './derive-caller.ts';
import { callerKindFromClient } from './derive-caller-code.ts';
import { callHostMeant } from './derive-host-meant.ts';
import { loneMessage } from './derive-lone-message.ts';
import { operationFacts, operationRoleMet } from './derive-operation.ts';
import { apiFromWords, askedOtherHost, devopsFromWords, graphFromError } from './derive-other-service.ts';
import { tokenPortalTenant, tokenTenant } from './derive-portal.ts';
import { callRefusedBy, callRefusesAll, callToken } from './derive-refusal.ts';
import { audienceOfOtherCloud } from './derive-refused-audience.ts';
import { appOfMicrosoft, resourceDoubled } from './derive-refused-name.ts';
import { hostOfRoute } from './derive-route.ts';
import { callerGuestFromWords, callerKindFromWords } from './derive-said.ts';
import { operationAskedScopesMet, operationListedScopesMet, operationScopesMet } from './derive-scopes.ts';
import { sdkCall } from './derive-sdk-call.ts';
import { secretExpired } from './derive-secret.ts';
import { directoryAdmin, microsoftClient, scopesGranted, tokenLifetime, tokenResource } from './derive-token.ts';
import {
  askedResource,
  authorityCloud,
  clientIsObject,
  clientIsTenant,
  scopeOfSignIn,
} from './derive-token-request.ts';

/** Everything that follows from the facts by looking it up. In order: a later one may use what an earlier one gave. */
export const derivations: readonly Derivation[] = [
  codeFromHeader,
  codesFromTold,
  scopesGranted,
  tokenResource,
  tokenLifetime,
  directoryAdmin,
  microsoftClient,
  callerKindFromToken,
  callerKindFromGrant,
  callerKindFromRefusal,
  callerKindFromWords,
  callerKindFromClient,
  callerKindFromComparison,
  callerGuest,
  callerGuestFromWords,
  callerIds,
  callerLabel,
  authorityCloud,
  askedResource,
  scopeOfSignIn,
  clientIsObject,
  clientIsTenant,
  sdkCall,
  hostOfRoute,
  callApi,
  callHostMeant,
  graphFromError,
  devopsFromWords,
  apiFromWords,
  askedOtherHost,
  appOfMicrosoft,
  resourceDoubled,
  audienceOfOtherCloud,
  callNames,
  callClouds,
  callAudience,
  callToken,
  callRefusedBy,
  secretExpired,
  callRefusesAll,
  tokenPortalTenant,
  tokenTenant,
  operationFacts,
  operationScopesMet,
  operationAskedScopesMet,
  operationListedScopesMet,
  operationRoleMet,
  loneMessage,
];
