import './force-color.js';
import { render } from 'ink';
import type { ImageLayer } from '../../../src/terminal/images/layer.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { answer, Flow } from '../../../src/terminal/screen/flow.js';
import { createScreen, type Screen } from '../../../src/terminal/screen/screen.js';
import type { Scrolling } from '../../../src/terminal/screen/scroll.js';
import { FakeKeyboard } from './fake-keyboard.js';
import { FakeTerminal } from './fake-terminal.js';
import { Sample, type SampleProps } from './sample-app.js';
import { knowSideMargins } from './side-margins.js';

/** The sample app on a terminal emulator: through our screen, or written by Ink itself. */
export interface Side {
  terminal: FakeTerminal;
  keyboard: FakeKeyboard;
  screen: Screen | null;
  app: ReturnType<typeof render>;
  /** What the terminal answers is held back until false again: a long line. */
  holdAnswers: (on: boolean) => void;
}

export interface StartOptions {
  /** Ask the terminal how far it is. */
  flow?: boolean;
  scrolling?: Scrolling;
}

export function start(size: { columns: number; rows: number }, layer: ImageLayer | null, props: SampleProps, options: StartOptions = {}): Side {
  const terminal = new FakeTerminal(size.columns, size.rows);
  if (options.scrolling === 'columns') knowSideMargins(terminal.emulator);
  const keyboard = new FakeKeyboard();
  const flow = new Flow(options.flow ?? false);
  const screen = layer ? createScreen({ stdout: terminal, ...size, images: layer, flow, scrolling: options.scrolling ?? 'none', settleMs: 0 }) : null;
  const input = createInput(keyboard);
  input.events.on('reply', ({ kind, text }) => {
    if (kind === 'csi' && text === answer) flow.take();
  });
  const held: string[] = [];
  let holds = false;
  terminal.emulator.onData((text) => {
    if (holds) held.push(text);
    else keyboard.write(text);
  });
  const app = render(<Sample {...props} />, {
    stdin: input.stream,
    stdout: screen ? screen.stream : (terminal as unknown as NodeJS.WriteStream),
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 1000,
  });
  const holdAnswers = (on: boolean): void => {
    holds = on;
    if (!on) for (const text of held.splice(0)) keyboard.write(text);
  };
  return { terminal, keyboard, screen, app, holdAnswers };
}

/** A few turns of the event loop: keys come one a turn. */
export async function turns(count = 6): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until everything that was done is on the terminals. */
export async function settle(...sides: Side[]): Promise<void> {
  const bytes = (): number => sides.reduce((sum, { terminal }) => sum + terminal.bytes, 0);
  await turns();
  for (const side of sides) await side.app.waitUntilRenderFlush();
  // After a change of size pictures come a moment later.
  if (sides.some(({ terminal }) => terminal.changedSize)) await new Promise((resolve) => setTimeout(resolve, 3));
  for (const { terminal } of sides) terminal.changedSize = false;
  // What is sent in the background, or after an answer, comes later.
  for (let before = -1, round = 0; before !== bytes(); round++) {
    if (round > 100) throw new Error(`the screen never comes to rest; it sends ${JSON.stringify(sides[0]?.terminal.writes.slice(-6))}`);
    before = bytes();
    for (const side of sides) await side.terminal.settled();
    await turns(3);
  }
}
