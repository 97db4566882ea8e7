import type { ValueOf } from '../../facts/catalog.ts';
import { isGuid } from '../../facts/guid.ts';
import { percentDecoded } from '../syntax/url.ts';

const WORDS = ['common', 'organizations', 'consumers'] as const;

/** A text that somebody should have replaced: in brackets, or in the words of a sample (`YOUR_TENANT`, `my_tenant_id`). */
const isPlaceholder = (text: string): boolean =>
  /^[<{[$]/.test(text) ||
  /^(?:YOUR|ENTER|INSERT|REPLACE)[-_ ]/.test(text) ||
  /^(?:your|my|enter|insert|replace)[-_ ]?(?:tenant|client|app|directory|org|value|id)/i.test(text) ||
  /^(?:tenant|directory|client|app|application)[-_ ]?(?:id|name)?$/i.test(text);

/** A text that hides the value: `xxxx-xxxx`, `****`, `....`. */
const isMasked = (text: string): boolean => /^[x*.#•…-]{2,}$/i.test(text) || /x{4,}|\*{2,}/i.test(text);

/** What kind of tenant a segment of an authority names. */
export const tenantKindOf = (tenant: string | undefined): ValueOf<'token-request.tenant-kind'> => {
  if (tenant === undefined || tenant === '') return 'missing';
  const word = WORDS.find((one) => one === tenant.toLowerCase());
  if (word !== undefined) return word;
  return isPlaceholder(percentDecoded(tenant)) ? 'placeholder' : 'named';
};

/** Whether an application id looks like one. */
export const idShapeOf = (id: string): ValueOf<'token-request.client-id-shape'> => {
  if (isGuid(id)) return 'guid';
  if (isMasked(id)) return 'masked';
  return isPlaceholder(id) ? 'placeholder' : 'other';
};
