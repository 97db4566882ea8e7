import { GATES, type Gate } from '../../src/model/rule.ts';

/** Whether a word names a gate. */
export const isGate = (word: string): word is Gate => GATES.some((gate) => gate === word);

/** Where the rule of a cause lies. */
export const ruleFile = (id: string, gate: Gate): string => `rules/${gate}/${id}.yaml`;

/** A rule to fill in: it is complete, so that the check passes, and every sentence wants to be replaced. */
export const newRule = (id: string, gate: Gate): string => `# yaml-language-server: $schema=../schema.json
id: ${id}
title: One line that says what is wrong, without a full stop
gate: ${gate}
likelihood: uncommon
# Where this fails, the cause is ruled out. Leave it out where nothing does.
possible-when: { response.status: [401, 403] }
signs:
  # conclusive: proves it. strong: makes it likely. weak: fits it.
  - strength: strong
    when: { response.code: NameOfTheCode }
    because: "The answer {response.code} says it."
counter-signs:
  - strength: strong
    when: { call.refused-by: entra }
    because: Entra ID refused to issue a token, so the API was not asked.
explain: >-
  What happens, and why, in two or three sentences.
fix:
  - do: What to change.
    who: caller
    # What holds once it worked: "Done when" in reports and on the page of the cause.
    confirm: { response.status: 200 }
sources:
  - https://learn.microsoft.com/fabric/
`;
