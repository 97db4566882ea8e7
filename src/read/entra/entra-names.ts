import type { FactPath } from '../../facts/catalog.ts';
import { GUID as ID } from '../../facts/guid.ts';

/** A fact that the text of a sign-in error names. */
type NamedPath = Extract<
  FactPath,
  | 'entra.parameter'
  | 'entra.app-id'
  | 'entra.resource'
  | 'entra.directory'
  | 'entra.tenant'
  | 'entra.identity-provider'
  | 'entra.subject'
  | 'entra.redirect-uri'
  | 'entra.scope'
>;

/** A value in single quotes; it may be cut off at the end of the text. */
const QUOTED = "'([^'\\n]{0,400})'";
/** A value without quotes, up to a blank. */
const WORD = "'?([^\\s',]{1,400}?)'?[.,]?";
/** In a sentence of any language: what stands between two quoted values, and a quoted value. */
const OTHERS = `[^'"\\n]{1,120}`;
const ANY = `['"][^'"\\n]{0,200}['"]`;

const pattern = (text: string): RegExp =>
  new RegExp(text.replaceAll('<quoted>', QUOTED).replaceAll('<word>', WORD), 'i');

/**
 * Where the texts of the sign-in errors name things, most telling first. The texts are Entra's own, as they stand in
 * answers of 50011, 50020, 50105, 65001, 650057, 700016, 900144 and others; Microsoft does not promise them.
 */
export const NAMED_IN_TEXT: Readonly<Record<NamedPath, readonly RegExp[]>> = {
  'entra.parameter': [
    pattern("following parameters?: ('[\\w .]{1,80}'(?:,? (?:or|and) '[\\w .]{1,80}'){0,3})"),
    pattern('required (?:field|parameter) <quoted> is missing'),
    // Where it is the scope, a next sentence says that one was sent; behind one that was not, the trace id follows.
    pattern("request must include an? '(?!scope')(\\w{2,60})' input parameter"),
    pattern("request must include an? '(scope)' input parameter\\. ?(?:Trace ID|\\\\(?:$|[ rn]))"),
    pattern('following parameters?:\\s{1,4}["\']?(\\w{2,60}(?: (?:or|and) \\w{2,60}){0,2})'),
  ],
  'entra.app-id': [
    pattern('application with (?:the )?(?:identifier|id) <quoted>'),
    pattern('application with (?:the )?(?:identifier|id) <word> was not found'),
    pattern('first party application <quoted>'),
    pattern('client app id: ?<word>(?:\\(| |$|\\.)'),
    pattern('(?:for|access|use|to) (?:the )?app(?:lication)?:? <quoted>'),
    pattern('\\bapplication <quoted>'),
    pattern("\\bapplication [^'\\n]{0,120}\\('([\\da-f-]{36})'\\)"),
    pattern('client application <word> is missing'),
    pattern('\\bapp <quoted>'),
    pattern("application '?([\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12})"),
  ],
  'entra.resource': [
    pattern('resource value from request: ?<word>(?: |$)'),
    pattern('resource principal named <word> was not found'),
    pattern('application named <word> was not found'),
    pattern('AADSTS500011:? (?:the )?(?:resource )?(?:principal )?<word> (?:was |is )?not found'),
    pattern('first party resource <quoted>'),
    pattern('on the resource <quoted>'),
    pattern(`AADSTS650053${OTHERS}${ANY}(?:${OTHERS}${ANY})?${OTHERS}['"](${ID})['"]`),
    pattern('a service \\(?<quoted>'),
    pattern('resource app id: ?<word>(?: |$)'),
    pattern("to access '([\\da-f-]{36}|https?://[^']{1,300})'"),
  ],
  'entra.directory': [
    pattern('in the directory <quoted>'),
    pattern('in the directory ([\\w-]{1,60}\\.[\\w.-]{2,100}\\w)'),
    pattern("(?:in|the) tenant named '?([^'\\n]{1,200}?)'?\\. "),
    pattern("(?:in|the) tenant named '?([^'.\\n]{1,200})"),
    pattern("in the tenant '?([\\da-f]{8}-[\\da-f-]{27}|[\\w-]{1,60}\\.[\\w.-]{2,100}\\w)"),
    pattern('(?:does not exist|found) in tenant <quoted>'),
    pattern('organization <quoted> lacks'),
    pattern('organization <quoted> has not'),
  ],
  'entra.tenant': [
    pattern('specified tenant identifier <quoted>'),
    pattern('\\btenant <quoted> not found'),
    pattern('\\btenant <word> not found'),
    pattern('no (?:service|tenant) namespace named <quoted>'),
  ],
  'entra.identity-provider': [
    pattern('from identity provider <quoted>'),
    pattern('from external identity provider <quoted>'),
    pattern(
      '(?:identitätsanbieters?|fournisseur d.identité|proveedor de identidad(?:es)?|provedor de identidade) ["\'«]\\s?([^"\'»\\n]{1,400}?)\\s?["\'»]',
    ),
  ],
  'entra.subject': [
    pattern('presented assertion subject <quoted>'),
    pattern("\\bassertion subject[: ]{1,2}'?([^'\\s]{1,400})"),
    pattern("subject claim:? ?- ?'?([^'\\s]{1,400})"),
    pattern('presented assertion for subject <quoted>'),
  ],
  'entra.redirect-uri': [
    pattern('(?:redirect|reply) (?:uri|url|address),? <quoted>'),
    pattern('(?:redirect|reply) (?:uri|url|address) (https?://[^\\s\'"]{1,400}) (?:specified|does not)'),
    pattern('redirect_uri <quoted>'),
  ],
  'entra.scope': [
    pattern('the scope <quoted> (?:is not valid|does not exist)'),
    pattern("the scope ([^']{1,400}?) is not valid"),
    pattern('the scope (\\[[^\\]\\n]{1,400}\\]) is not valid'),
    pattern("provided value for scope ([^']{1,400}?) is not valid"),
    pattern('asked for scope <quoted>'),
    pattern("more than one resource\\. ?(?:the )?scope ([^']{1,400}?) is not valid"),
    pattern('asked for permission <quoted>'),
    // In any language: behind the app stand the scope and the id of the API, in either order.
    pattern(`AADSTS650053${OTHERS}${ANY}${OTHERS}['"]([^'"\\s]{1,200})['"]${OTHERS}['"]${ID}['"]`),
    pattern(`AADSTS650053${OTHERS}${ANY}${OTHERS}['"]${ID}['"]${OTHERS}['"]([^'"\\s]{1,200})['"]`),
    pattern("scopes in '([^'\\n]{1,1500})' are not compatible"),
  ],
};

const GUID = /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i;
/** Left in from a sample, or a variable that was never filled. */
const PLACEHOLDER =
  /(?:^|[_\-< ])(?:enter|your|my|insert|replace|put|paste|add)[_\- ]|^(?:client|app|application)[_\- ]?id$|^(?:undefined|null|none|nan|string|test|example)?$|^\$|^\{\{|^%\w+%$|^#\{|^0{8}-0{4}-0{4}-0{4}-0{12}$|_here$/i;
/** Hidden by the person who pasted it. */
const MASKED =
  /^[*x.#•_\-…?\s]+$|\*{2,}|x{4,}|•{2,}|\.{3}|…|redacted|removed|masked|hidden|^[<[({].{0,80}[>\])}]$|^(?:guid|xxx)/i;

/** Whether an application id is one, was left in from a sample, or was hidden before pasting. */
export const appIdShape = (id: string): 'guid' | 'placeholder' | 'masked' | 'other' => {
  const text = id.trim();
  if (PLACEHOLDER.test(text)) return 'placeholder';
  if (GUID.test(text)) return 'guid';
  return MASKED.test(text) ? 'masked' : 'other';
};
