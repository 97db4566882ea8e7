import { writeCSharp } from './csharp.ts';
import { writeCurl } from './curl.ts';
import { writeJavaScript } from './javascript.ts';
import type { Flow, Language, Recipe } from './model.ts';
import { writePowerQuery } from './power-query.ts';
import { writePowerShell } from './powershell.ts';
import { writePython } from './python.ts';
import { writePythonMsal } from './python-msal.ts';

/** A language: its name, how its recipes are tested, and what writes them. */
export interface LanguageEntry {
  readonly name: string;
  /** `run`: every recipe is run against an authorization server. Else it is only read, by a compiler or a parser. */
  readonly tested: 'run' | 'compiled' | 'parsed';
  readonly write: (recipe: Recipe) => string;
  /** What its file is called. */
  readonly file: string;
  /** The flows that it can do, where not all. */
  readonly only?: { readonly flows: readonly Flow[]; readonly because: string };
}

/** Every language that a recipe is written in. */
export const LANGUAGE_TABLE: Readonly<Record<Language, LanguageEntry>> = {
  curl: { name: 'bash with curl', tested: 'run', write: writeCurl, file: 'token.sh' },
  powershell: { name: 'PowerShell', tested: 'parsed', write: writePowerShell, file: 'token.ps1' },
  python: { name: 'Python, standard library', tested: 'run', write: writePython, file: 'token.py' },
  'python-msal': { name: 'Python with msal', tested: 'compiled', write: writePythonMsal, file: 'token.py' },
  javascript: { name: 'JavaScript (Node)', tested: 'run', write: writeJavaScript, file: 'token.mjs' },
  csharp: { name: 'C# with Azure.Identity', tested: 'parsed', write: writeCSharp, file: 'Program.cs' },
  m: {
    name: 'Power Query M',
    tested: 'parsed',
    write: writePowerQuery,
    file: 'token.pq',
    only: {
      flows: ['client-secret', 'on-behalf-of', 'refresh'],
      because:
        'Power Query can send a form, and can neither sign nor wait nor open a browser; its connectors sign people in by themselves.',
    },
  },
};

/** A recipe in one language, or why there is none. */
export type Written = { readonly code: string } | { readonly not: string };

/** Writes a recipe in a language. */
export const written = (recipe: Recipe, language: Language): Written => {
  const { only, write } = LANGUAGE_TABLE[language];
  if (recipe.flow === 'password') return { not: recipe.about };
  return only === undefined || only.flows.includes(recipe.flow) ? { code: write(recipe) } : { not: only.because };
};
