import type { Line } from '../text/text.ts';

const REQUEST = /^REQUEST: (https?:\/\/\S{1,8000})$/;
const METHOD = /^METHOD: (?:HttpMethod\(value=)?([A-Z]{3,7})\)?$/;
const RESPONSE = /^RESPONSE: (\d{3})\b/;
const HEADER = /^-> ([A-Za-z][\w-]{0,80}: .{0,60000})$/;

/** What the plug-in Logging of Ktor writes of a call as `curl -v` would show it: https://ktor.io/docs/client-logging.html */
export const ktorLines = (lines: readonly Line[]): readonly Line[] => {
  let url: string | undefined;
  let mark: '>' | '<' = '>';
  let isBody = false;
  const shown = (text: string): string | undefined => {
    const status = RESPONSE.exec(text)?.[1];
    const method = url === undefined ? undefined : METHOD.exec(text)?.[1];
    const header = HEADER.exec(text)?.[1];
    if (status !== undefined) {
      mark = '<';
      isBody = false;
      return `< HTTP/1.1 ${status}`;
    }
    if (method !== undefined) {
      const line = `> ${method} ${url} HTTP/1.1`;
      url = undefined;
      mark = '>';
      return line;
    }
    if (text === 'BODY START') {
      isBody = true;
      return `${mark} `;
    }
    if (text === 'BODY END') isBody = false;
    if (isBody) return text;
    return header === undefined ? undefined : `${mark} ${header}`;
  };
  return lines.flatMap((line): readonly Line[] => {
    url = REQUEST.exec(line.text)?.[1] ?? url;
    const text = shown(line.text);
    return text === undefined ? [] : [{ ...line, text }];
  });
};
