import { builtInRules, CANNOT_TELL, diagnoseSealed, recognise, sealPastes } from '../../index.ts';
import { diagnosisMasker, type Masking } from '../../report/mask-diagnosis.ts';
import { mapTexts } from '../../report/readable.ts';
import type { Engine } from './engine.ts';
import { keptMasker } from './mask-kept.ts';
import { takeApart } from './take-apart.ts';

/** The engine, whose results are masked as those of every command. */
export const workingEngine = (masking: Masking): Engine => {
  const masker = diagnosisMasker(masking);
  return {
    rules: builtInRules,
    cannotTell: CANNOT_TELL,
    takeApart: (paste, now) => takeApart(paste, now, { sealPastes, diagnoseSealed }),
    recognise: (paste) => {
      const { recognised, secrets } = recognise(sealPastes([paste]));
      // The claims of the tokens are learned first: they say whose name stands in the text.
      const masked = secrets.map(masker.secret);
      return { recognised: mapTexts(recognised, masker.text), secrets: masked };
    },
    sealPastes,
    diagnoseSealed,
    mask: masker.diagnosis,
    maskKept: keptMasker(masker),
  };
};
