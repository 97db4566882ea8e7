import type { Phrase } from './phrase.ts';

/** How people say that each run works at first. */
export const AFTER_AN_HOUR: readonly Phrase[] = [
  {
    says: { 'observed.started': 'after-an-hour' },
    as: /\b(?:fails?|failing|stops? working|get|gets|getting|returns?|throws?|starts? (?:to fail|failing|returning|throwing|getting))\b[^.!?]{0,60}\bafter (?:about |around |approximately |exactly |roughly |nearly |almost |~ ?|ca\. )?(?:(?:an|one|1) hour|60 ?min(?:ute)?s?|3600 ?s(?:econds)?)\b/,
    unless:
      /\?|\bstill\b|\beven\b|\bwait|\bhours? of\b|setting|enabl|propagat|\badd(?:ed|ing)\b|chang|grant|creat|\bif\b/,
  },
  {
    says: { 'observed.started': 'after-an-hour' },
    as: /\bafter (?:about |around |approximately |exactly |roughly |nearly |almost |~ ?|ca\. )?(?:(?:an|one|1) hour|60 ?min(?:ute)?s?|3600 ?s(?:econds)?),? (?:it|the (?:call|request|job|script|run|notebook|pipeline|refresh|report|token)s?|(?:every|all) (?:call|request)s?|everything|(?:all )?calls|requests|i)\b[^.!?]{0,40}\b(?:fail(?:s|ed)?|stop(?:s|ped)? working|start(?:s|ed)? (?:to fail|failing|returning|throwing|getting)|40[13]|expires?|expired)\b/,
    unless:
      /\?|\bstill\b|\beven\b|\bwait|\bhours? of\b|setting|enabl|propagat|\badd(?:ed|ing)\b|chang|grant|creat|\bif\b/,
  },
];
