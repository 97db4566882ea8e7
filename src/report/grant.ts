import type { Grant, GrantRequest } from '../recipe/grant-model.ts';
import { command, indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import { WHO_WORDS } from './words.ts';

const isCall = (line: string): boolean => /^[A-Z]+ https:/.test(line);

/** A request to copy: curl, or the command as it is. The token comes from the environment. */
export const requestCommand = ({ line, body }: GrantRequest): string => {
  if (!isCall(line)) return line;
  const [method = '', url = ''] = line.split(' ');
  const literal = url.replace('/$ref', '/\\$ref');
  const json = body === undefined ? undefined : JSON.stringify(body, null, 2);
  return [
    `curl --request ${method} "${literal}" \\`,
    `  --header "Authorization: Bearer $TOKEN"${json === undefined ? '' : ' \\'}`,
    ...(json === undefined
      ? []
      : [
          '  --header "Content-Type: application/json" \\',
          '  --data @- <<BODY',
          json.replaceAll('$ref', '\\$ref'),
          'BODY',
        ]),
  ].join('\n');
};

const requestLines = (request: GrantRequest, style: Style): Lines => [
  ...paragraph(request.does, style, 2),
  ...(request.needs === undefined ? [] : labelled('Needs', request.needs, style, 4)),
  ...command(requestCommand(request), style, 0),
];

/** Where the token of the requests comes from: a person sends them. */
const tokenWords = ({ requests, check }: Grant): string => {
  const apis = new Set([...requests, check].filter(({ line }) => isCall(line)).map((request) => request.with));
  const recipes = [...apis].map((api) => `recipe ${api} device-code`);
  return recipes.length === 0
    ? ''
    : `TOKEN is an access token for the API of each: see ${recipes.join(', ')}, with the permission named under Needs in its scope.`;
};

/** Who may give this access. */
export const whoMay = ({ who }: Grant): string =>
  who === 'nobody' ? 'whoever owns or administers it' : WHO_WORDS[who];

/** One way to give access, as text for a terminal. */
export const grantReport = (grant: Grant, wanted: Style): string =>
  printed(wanted, (style) =>
    stack([
      [
        ...paragraph(grant.title.charAt(0).toUpperCase() + grant.title.slice(1), style, 0).map(style.colour.strong),
        ...paragraph(grant.about, style),
        ...labelled('Who may', whoMay(grant), style),
        ...labelled('Until it counts', grant.delay, style),
      ],
      section(
        'By hand',
        grant.portal.flatMap((step, i) => paragraph(step, style, 2, `${i + 1}. `)),
        style,
      ),
      paragraph(tokenWords(grant), style, 0),
      ...grant.requests.map((request, i) =>
        i === 0 ? section('By request', requestLines(request, style), style) : requestLines(request, style),
      ),
      section('It worked when', requestLines(grant.check, style), style),
      section(
        'Mind',
        grant.pitfalls.flatMap((pitfall) => paragraph(pitfall, style, 2, '- ')),
        style,
      ),
      section(
        'Sources',
        grant.sources.map((source) => indent(2, style) + source),
        style,
      ),
    ]),
  );
