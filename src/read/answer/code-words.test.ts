import { describe, expect, it } from 'vitest';
import { codeWords } from './code-words.ts';

const codes = (text: string) => codeWords(text).map(({ code }) => code);

describe('error codes of services in a text', () => {
  it.each([
    ['Message: The feature is not available.', 'FeatureNotAvailable'],
    ['The caller is not authenticated to access this resource', 'Unauthorized'],
    ['Service principal is not allowed by tenant admin switch', 'ServicePrincipalIsNotAllowedByTenantAdminSwitch'],
  ])('are known by their sentence: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('count once where code and sentence stand together', () => {
    expect(codes('[FeatureNotAvailable] The feature is not available')).toEqual(['FeatureNotAvailable']);
  });

  it.each(['404 DatasetNotFound', 'it says GuestUserAccessForbidden', 'ServicePrincipalProfileNotAllowed again'])(
    'that nobody listed are known by their end: %s',
    (text) => {
      expect(codes(text)).toHaveLength(1);
    },
  );

  it.each([
    ['-> 404 ExportPBIX_NoFileBehind', 'ExportPBIX_NoFileBehind'],
    ['HTTP 404 PowerBIFolderNotFound — workspace cannot be found', 'PowerBIFolderNotFound'],
    ['403 (DatasetScopeMissing)', 'DatasetScopeMissing'],
    ['it ended with BindNotModelOwner', 'BindNotModelOwner'],
    ['PowerBiSourceNotFoundOrInsufficientPermission', 'PowerBiSourceNotFoundOrInsufficientPermission'],
  ])('stand behind a status or end like one: %s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    '403 PowerShellGallery',
    '500 InternalServerError',
    '404 NotFound',
    'v1.403 ReleaseNotesPage',
    '404 SomethingElse went wrong',
  ])('is none behind a status: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([
    'DM_GWPipeline_Client_GatewayUnreachable',
    'DMTS_MonikerWithUnboundDataSources',
    'Alm_InvalidRequest_NotInUse',
  ])('of gateways and deployment pipelines are known by their start: %s', (code) => {
    expect(codes(`Refresh failed with ${code} at noon`)).toEqual([code]);
  });

  it.each([
    'The feature is not available in your region yet.',
    'raise FileNotFound, ModuleNotFoundError',
    '+ FullyQualifiedErrorId : MethodNotFound',
    'if (error.code === "ReportNotFound") retry()',
    'HandleAccessDenied(request)',
    'new PageNotFound()',
  ])('none stands in: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

it.each(['ClientSecretCredential', 'ManagedIdentityCredential', 'ChainedTokenCredential'])(
  'takes the class %s that complains for no code',
  (name) => {
    expect(codes(`##[error]${name}: tenantId is a required parameter`)).toEqual([]);
    expect(codes('##[error]InvalidCredential: try again')).toEqual(['InvalidCredential']);
  },
);
