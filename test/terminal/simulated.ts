import { processIo } from '../../src/cli/io.ts';
import { runWizard } from '../../src/cli/wizard/wizard.ts';

/** The wizard with all its live checks going to a port of this machine: `PORT NOW [--plain] [--resume]`. */
const [port, now = '', ...argv] = process.argv.slice(2);

process.exitCode = await runWizard(
  {
    colour: true,
    plain: argv.includes('--plain'),
    resume: argv.includes('--resume'),
    now,
    simulator: Number(port),
  },
  processIo(),
);
