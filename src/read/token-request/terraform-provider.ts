import type { Grant } from './grant.ts';
import type { SettingAt } from './setting-at.ts';

/** The block of the provider for Fabric, up to its end: https://registry.terraform.io/providers/microsoft/fabric/latest/docs */
const BLOCK = /\bprovider[ \t]{1,5}"fabric"[ \t]{0,5}\{([^{}]{0,2000})/g;
/** What an app proves itself with; an empty value is none. */
const PROOF =
  /\b(?:client_secret|client_certificate|oidc_token|client_secret_file_path|client_certificate_file_path)[ \t]{0,20}=[ \t]{0,20}(?!["']{2})\S/;

/** Who signs in with the provider, by what its block hands over; where the values are variables their names still tell. */
export const terraformProvider = (text: string): readonly SettingAt[] =>
  [...text.matchAll(BLOCK)].flatMap(({ index, 0: all, 1: inside = '' }): readonly SettingAt[] =>
    PROOF.test(inside)
      ? [{ name: 'grant', value: 'client-credentials' satisfies Grant, from: index, to: index + all.length }]
      : [],
  );
