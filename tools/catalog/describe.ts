import { fabricIdentities, powerBiIdentities } from './identities.ts';
import { isAdmin, permissionsIn } from './permissions.ts';
import { constraintsIn, isPreview, limitsIn, needsCapacity, settingsIn } from './remarks.ts';
import type { CatalogRow, SpecOperation } from './row.ts';
import { scopesIn } from './scopes.ts';
import { section } from './sections.ts';

/** The row of an operation: what its description says, read section by section. */
export const describe = (operation: SpecOperation): CatalogRow => {
  const { sections, ...where } = operation;
  const text = [...sections].map(([name, body]) => `${name}\n${body}`).join('\n');
  const named = scopesIn(section(sections, /^required (?:delegated )?scopes?$/i));
  const scopes = named ?? (/doesn't require any scopes/i.test(text) ? [[]] : null);
  const permissions = section(sections, /^permissions$/i) ?? '';
  const { user, servicePrincipal, condition } =
    section(sections, /supported identities/i) === undefined
      ? powerBiIdentities(text, scopes !== null)
      : fabricIdentities(sections);
  return {
    ...where,
    scopes,
    user,
    servicePrincipal,
    condition,
    ...permissionsIn(permissions, sections),
    admin: isAdmin(text, where.path),
    settings: settingsIn(text),
    capacity: needsCapacity(text),
    preview: isPreview(text, where.query, where.operationId),
    limits: limitsIn(text),
    constraints: constraintsIn(text, where.path),
  };
};
