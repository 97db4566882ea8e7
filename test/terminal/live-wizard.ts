import { readFileSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { type Answering, answering } from './answering.ts';
import { SCENARIOS } from './pastes.ts';
import { closeAll, homeFolder, KEY, openWizard, type RealTerminal } from './real-terminal.ts';

const { D } = SCENARIOS;

/** A call that only a live check, or the person, can settle, and the token in it. */
export const PASTE = D?.paste ?? '';
export const [TOKEN = ''] = D?.secrets ?? [];

/** The workspaces of the caller without the one of the paste. */
export const OTHERS = {
  status: 200,
  body: JSON.stringify({ value: [{ id: '11111111-2222-4333-8444-555555555555' }] }),
};
export const REFUSED = { status: 401, body: '' };

/** Gives every test of a file a home of its own, and a server that stands for all services. */
export const liveWorld = () => {
  let home: ReturnType<typeof homeFolder>;
  let server: Answering;
  beforeEach(async () => {
    home = homeFolder();
    server = await answering(OTHERS);
  });
  afterEach(() => {
    closeAll();
    server.close();
    home.remove();
  });
  return {
    get home() {
      return home;
    },
    get server() {
      return server;
    },
    open: (argv: readonly string[] = []): Promise<RealTerminal> =>
      openWizard({ home: home.path, rows: 32, simulator: server.port, argv }),
    /** What the sessions hold that were kept. */
    kept: (): string =>
      home
        .sessions()
        .map((file) => readFileSync(file, 'utf8'))
        .join(''),
  };
};

/** Goes from the start to the question that the paste leaves. */
export const toQuestion = async (wizard: RealTerminal): Promise<void> => {
  await wizard.give(PASTE);
  wizard.type(KEY.enter);
  await wizard.sees('What does listing the workspaces give');
};
