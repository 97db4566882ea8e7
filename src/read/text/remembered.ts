/** A shorter text is worked on again: it costs little, and must not take the place of the paste. */
const SHORT = 2000;

/**
 * Work on a text that is not done again for the same text: many readers look for the same in a paste, and each of its
 * failing calls is observed with all of its words. What was made of the last two long texts is kept: the paste, and
 * what readers leave of it.
 */
export const remembered = <Made>(work: (text: string) => Made): ((text: string) => Made) => {
  let kept: readonly { text: string; readonly made: Made }[] = [];
  return (text) => {
    if (text.length < SHORT) return work(text);
    const known = kept.find((one) => one.text === text);
    if (known !== undefined) {
      // Equal texts that are not the same string are compared letter by letter, and a log asks once for each status.
      known.text = text;
      return known.made;
    }
    const made = work(text);
    kept = [{ text, made }, ...kept.slice(0, 1)];
    return made;
  };
};
