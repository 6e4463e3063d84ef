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

let folder: string;
let leave: (() => Promise<void>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-screens-'));
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']) vi.stubEnv(name, join(folder, name));
  await cp('fixtures/workspace', join(folder, 'Pipnix'), { recursive: true });
});

afterEach(async () => {
  await leave?.();
  leave = undefined;
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

export interface SampleApp {
  deck: Deck;
  press: (key: string) => void;
  /** A click of the left button, or a notch of the wheel, on a cell from 0. */
  mouse: (x: number, y: number, action?: 'press' | 'wheel-up' | 'wheel-down') => void;
  lines: () => string[];
  terminal: FakeTerminal;
}

/** The whole program but for the terminal layer, on a terminal emulator, with the sample workspace open and looked at. */
export async function openSample(columns: number, rows: number, look: Partial<Look> = {}): Promise<SampleApp> {
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
  await deck.open(join(folder, 'Pipnix'));
  await vi.waitUntil(() => session.getState().findings !== null, { timeout: 20_000 });
  return {
    deck,
    press: (key) => dispatch.key(key),
    mouse: (x, y, action = 'press') => dispatch.mouse({ action, button: 0, x, y, shift: false, alt: false, ctrl: false }),
    lines: () => terminal.screen().split('\n'),
    terminal,
  };
}

