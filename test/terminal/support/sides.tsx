import './force-color.js';
import { render } from 'ink';
import { rgb } from '../../../src/terminal/cell.js';
import { holePart } from '../../../src/terminal/images/hole.js';
import type { ImageLayer } from '../../../src/terminal/images/layer.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { createScreen, type Screen } from '../../../src/terminal/screen/screen.js';
import { cellText } from './cells.js';
import { FakeKeyboard } from './fake-keyboard.js';
import { FakeTerminal } from './fake-terminal.js';
import { Sample, type SampleProps } from './sample-app.js';

/** The sample app on a terminal emulator: through our screen, or written by Ink itself. */
export interface Side {
  terminal: FakeTerminal;
  keyboard: FakeKeyboard;
  screen: Screen | null;
  app: ReturnType<typeof render>;
}

export function start(size: { columns: number; rows: number }, layer: ImageLayer | null, props: SampleProps): Side {
  const terminal = new FakeTerminal(size.columns, size.rows);
  const keyboard = new FakeKeyboard();
  const screen = layer ? createScreen({ stdout: terminal, ...size, images: layer, settleMs: 0 }) : null;
  const app = render(<Sample {...props} />, {
    stdin: createInput(keyboard).stream,
    stdout: screen ? screen.stream : (terminal as unknown as NodeJS.WriteStream),
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 1000,
  });
  return { terminal, keyboard, screen, app };
}

/** Waits until everything that was done is on the terminals. */
export async function settle(...sides: Side[]): Promise<void> {
  // Keys come one a turn of the event loop.
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
  for (const side of sides) await side.app.waitUntilRenderFlush();
  // After a change of size pictures come a moment later.
  await new Promise((resolve) => setTimeout(resolve, 2));
  for (const side of sides) await side.terminal.settled();
}

/** Where the two screens differ; where Ink's own shows a hole, the picture's cell is what should be there. */
export function differences(ours: FakeTerminal, inks: FakeTerminal, layer: ImageLayer): string[] {
  const found: string[] = [];
  for (let y = 0; y < inks.rows; y++) {
    for (let x = 0; x < inks.columns; x++) {
      const is = cellText(ours, x, y);
      const want = pasted(inks, x, y, layer);
      if (is !== want) found.push(`${x},${y}: ${is} instead of ${want}`);
    }
  }
  const a = ours.emulator.buffer.active;
  const b = inks.emulator.buffer.active;
  if (cursorShown(ours) !== cursorShown(inks)) found.push(`the cursor is ${cursorShown(ours) ? '' : 'not '}shown`);
  if (cursorShown(inks) && (a.cursorX !== b.cursorX || a.cursorY !== b.cursorY)) {
    found.push(`cursor ${a.cursorX},${a.cursorY} instead of ${b.cursorX},${b.cursorY}`);
  }
  return found;
}

function pasted(inks: FakeTerminal, x: number, y: number, layer: ImageLayer): string {
  const buffer = inks.emulator.buffer.active;
  const cell = buffer.getLine(buffer.viewportY + y)?.getCell(x);
  const color = cell?.getFgColor() ?? 0;
  const fg = rgb(color >> 16, (color >> 8) & 255, color & 255);
  if (!cell || !holePart(cell.getChars() || ' ', fg)) return cellText(inks, x, y);
  const shown = layer.cell(cell.getChars(), fg);
  const word = (value: number): string => (value === 0 ? '-' : `#${(value & 0xffffff).toString(16)}`);
  return [JSON.stringify(shown.char), word(shown.fg), word(shown.bg)].join(' ');
}

function cursorShown(terminal: FakeTerminal): boolean {
  for (const text of terminal.writes.toReversed()) {
    const last = [...text.matchAll(/\u001b\[\?25([hl])/g)].at(-1);
    if (last) return last[1] === 'h';
  }
  return true;
}
