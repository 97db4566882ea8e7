const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
/** A URL, a host, a date, the version of HTTP. */
const SPEAKING = /:\/\/|^HTTP\/[\d.]{1,3}$|^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}$|^[\d.:TZ+-]+$/;
/** The name of a type, with its version. */
const TYPE = /^[A-Za-z]+(?:\.(?:[A-Za-z]+|\d{1,5})){1,9}[.:]?$/;
/** A command of PowerShell: https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands */
const CMDLET =
  /^(?:Add|Connect|ConvertFrom|ConvertTo|Export|Get|Import|Install|Invoke|New|Read|Receive|Resolve|Select|Send|Set|Test|Unprotect|Update)-[A-Z][A-Za-z]{2,40}$/;
const PART_OF_NAME = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Whether the parts of a name such as `config.clientSecret` are as long as words are: random letters change case more often. */
export const hasWords = (name: string): boolean => {
  const parts = name.match(PART_OF_NAME) ?? [];
  const letters = parts.reduce((sum, { length }) => sum + length, 0);
  return letters < 10 || letters >= parts.length * 3.4;
};

const isKind = (code: number): number =>
  code >= 48 && code <= 57 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 97 && code <= 122 ? 3 : 4;

/** How often digits, small letters, capitals and signs follow one another. */
const changes = (run: string): number => {
  let count = 0;
  for (let at = 1, before = isKind(run.charCodeAt(0)); at < run.length; at += 1) {
    const kind = isKind(run.charCodeAt(at));
    if (kind !== before) count += 1;
    before = kind;
  }
  return count;
};

const LEAST = 12;

const lettersOf = (run: string): string => run.replace(/[^A-Za-z]+/g, '');

/** Whether a part of a run can look random: that takes three changes at the least, of its letters where it has no digit. */
export const mayLookRandom = (run: string): boolean =>
  run.length >= LEAST && changes(run) >= 3 && (/\d/.test(run) || changes(lettersOf(run)) >= 3);

/**
 * Whether a run of letters looks as if a machine had made it up: words, names, hosts and GUIDs keep to one kind of letter
 * for longer than secrets do.
 */
export const looksRandom = (run: string, least = LEAST): boolean => {
  if (run.length < least || GUID.test(run) || SPEAKING.test(run)) return false;
  if ((TYPE.test(run) && hasWords(run)) || CMDLET.test(run)) return false;
  if (/\d/.test(run)) return changes(run) * 5 >= run.length;
  const letters = lettersOf(run);
  return letters.length * 2 >= run.length && changes(letters) * 3 > letters.length;
};
