import '../../terminal/support/force-color.js';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'ink';
import { afterEach, beforeEach, vi } from 'vitest';
import { createSession } from '../../../src/core/session/session.js';
import { Dispatch } from '../../../src/screens/app/dispatch.js';
import { Shell } from '../../../src/screens/app/shell.js';
import { createDeck } from '../../../src/screens/deck/create-deck.js';
import { createPictures } from '../../../src/screens/deck/create-pictures.js';
import { readPicture } from '../../../src/screens/deck/read-picture.js';
import { createRuns } from '../../../src/screens/deck/create-runs.js';
import type { Deck } from '../../../src/screens/deck/deck.js';
import { createLook, type Look } from '../../../src/screens/deck/look.js';
import { Display, plainSetting } from '../../../src/terminal/images/display.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import { FakeKeyboard } from '../../terminal/support/fake-keyboard.js';
import { FakeTerminal } from '../../terminal/support/fake-terminal.js';

/** A copy of the sample workspace for each test of a file. */
export let root: string;
let folder: string;
let leave: (() => Promise<void>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-screens-'));
  root = join(folder, 'Pipnix');
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']) vi.stubEnv(name, join(folder, name));
  await cp('fixtures/workspace', root, { recursive: true });
});

afterEach(async () => {
  await leave?.();
  leave = undefined;
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

export interface OpenSample {
  deck: Deck;
  press: (...keys: string[]) => void;
  /** A click of the left button, or a notch of the wheel, on a cell from 0. */
  mouse: (x: number, y: number, action?: 'press' | 'wheel-up' | 'wheel-down') => void;
  terminal: FakeTerminal;
  lines: () => string[];
  /** Waits until the screen shows the text, or matches; throws with the whole screen. */
  sees: (wanted: string | RegExp) => Promise<void>;
}

/** The whole program but for the terminal layer, on a terminal emulator, with the sample workspace open and looked at. */
export async function openSample(columns: number, rows: number, look: Partial<Look> = {}): Promise<OpenSample> {
  const session = createSession({ screen: 'dataset' });
  const terminal = new FakeTerminal(columns, rows);
  const pictures = createPictures({ session, layer: createImageLayer(), display: new Display(drivers.none, plainSetting), read: readPicture });
  const deck = createDeck({ session, pictures, runs: createRuns(session), room: () => ({ columns, rows }), quit: () => {}, look: createLook(look) });
  const dispatch = new Dispatch(deck);
  const app = render(<Shell deck={deck} dispatch={dispatch} />, {
    // Nobody types on it: keys go to the dispatch.
    stdin: new FakeKeyboard() as unknown as NodeJS.ReadStream,
    stdout: terminal as unknown as NodeJS.WriteStream,
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 200,
  });
  leave = async () => {
    app.unmount();
    await deck.leave();
  };
  await deck.open(root);
  await vi.waitUntil(() => session.getState().findings !== null, { timeout: 20_000 });
  const lines = () => terminal.screen().split('\n');
  return {
    deck,
    press: (...keys) => keys.forEach((key) => dispatch.key(key)),
    mouse: (x, y, action = 'press') => dispatch.mouse({ action, button: 0, x, y, shift: false, alt: false, ctrl: false }),
    terminal,
    lines,
    sees: async (wanted) => {
      const holds = () => (typeof wanted === 'string' ? lines().join('\n').includes(wanted) : wanted.test(lines().join('\n')));
      await vi.waitUntil(holds, { timeout: 10_000, interval: 10 }).catch(() => {
        throw new Error(`waited in vain for “${String(wanted)}”; the screen shows:\n${terminal.screen().replace(/\p{Co}/gu, '·')}`);
      });
    },
  };
}
