const HEADING = /^\s*#{1,4}\s*(\S.*?)\s*$/;

/** The text of each section of a description by its heading; what stands before the first has the empty name. */
export const sectionsOf = (description: string): ReadonlyMap<string, string> => {
  const sections = new Map<string, string>([['', '']]);
  let name = '';
  for (const line of description.split(/\r?\n/)) {
    name = HEADING.exec(line)?.[1]?.replace(/:$/, '') ?? name;
    const text = HEADING.test(line) ? '' : `${line}\n`;
    sections.set(name, (sections.get(name) ?? '') + text);
  }
  return sections;
};

/** A section found by a pattern of its heading; undefined where there is none. */
export const section = (sections: ReadonlyMap<string, string>, heading: RegExp): string | undefined => {
  for (const [name, text] of sections) if (heading.test(name)) return text;
  return undefined;
};

/** Lines of a text without emphasis, links, line-break tags and list marks. */
export const plainLines = (text: string): readonly string[] =>
  text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<br\s*\/?>/g, ' ')
    .replaceAll(/[*_`]+/g, '')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[-*>]\s*/, '')
        .trim(),
    )
    .filter((line) => line !== '');
