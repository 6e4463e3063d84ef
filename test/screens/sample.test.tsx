import '../terminal/support/force-color.js';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'ink';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSession } from '../../src/core/session/session.js';
import { Dispatch } from '../../src/screens/app/dispatch.js';
import { screens } from '../../src/screens/app/screens.js';
import { Shell } from '../../src/screens/app/shell.js';
import { createDeck } from '../../src/screens/deck/create-deck.js';
import { createPictures } from '../../src/screens/deck/create-pictures.js';
import { readPicture } from '../../src/screens/deck/read-picture.js';
import { createRuns } from '../../src/screens/deck/create-runs.js';
import type { Deck } from '../../src/screens/deck/deck.js';
import { Display, plainSetting } from '../../src/terminal/images/display.js';
import { drivers } from '../../src/terminal/images/drivers.js';
import { createImageLayer } from '../../src/terminal/images/layer.js';
import { FakeKeyboard } from '../terminal/support/fake-keyboard.js';
import { FakeTerminal } from '../terminal/support/fake-terminal.js';

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

/** The whole program but for the terminal layer, on a terminal emulator, with the sample workspace open and looked at. */
async function open(columns: number, rows: number): Promise<{ deck: Deck; press: (key: string) => void; lines: () => string[] }> {
  const session = createSession({ screen: 'dataset' });
  const terminal = new FakeTerminal(columns, rows);
  const pictures = createPictures({ session, layer: createImageLayer(), display: new Display(drivers.none, plainSetting), read: readPicture });
  const deck = createDeck({ session, pictures, runs: createRuns(session), room: () => ({ columns, rows }), quit: () => {} });
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
  return { deck, press: (key) => dispatch.key(key), lines: () => terminal.screen().split('\n') };
}

function expectFits(lines: readonly string[], columns: number, rows: number): void {
  expect(lines.length).toBe(rows);
  expect(lines[0]).toMatch(/^ loradeck/);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
}

/** Numbers between 0 and 1 that are the same in every run of the test. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    yield state / 4294967296;
  }
}

describe.each([
  [80, 24],
  [200, 50],
  [60, 16],
])('at %i×%i', (columns, rows) => {
  test('every screen fits, and each of its panes is closed', async () => {
    const { deck, lines } = await open(columns, rows);
    for (const screen of ['dataset', 'tags', 'checks', 'settings', 'training'] as const) {
      deck.session.setState({ screen });
      await vi.waitUntil(() => lines()[0]?.includes(`${screen[0]?.toUpperCase()}${screen.slice(1)}`));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expectFits(lines(), columns, rows);
      const tops = lines().join('').match(/╭/g)?.length;
      expect(lines().join('').match(/╯/g)?.length, screen).toBe(tops);
    }
  });

  test('300 keys at random leave it whole, and nothing wrong is said', async () => {
    const { deck, press, lines } = await open(columns, rows);
    const random = numbers(columns);
    // Starting a training and leaving have journeys of their own.
    const keys = Object.values(screens)
      .flatMap(({ bindings }) => bindings.flatMap((binding) => binding.keys))
      .filter((key) => !['s', 'S'].includes(key));
    const all = [...keys, '1', '2', '3', '4', '5', 'u', 'U', '?', ':', 'escape', 'escape', 'enter', 'x', 'ä', '猫'];
    for (let i = 0; i < 300; i++) {
      press(all[Math.floor(random.next().value * all.length)] ?? 'j');
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      if (i % 50 === 0) expectFits(lines(), columns, rows);
    }
    await deck.settled();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expectFits(lines(), columns, rows);
    const { message } = deck.session.getState();
    expect(message?.text ?? '').not.toMatch(/undefined|is not a function|cannot read/i);
  });
});
