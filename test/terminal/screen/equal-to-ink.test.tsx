import '../support/force-color.js';
import { render } from 'ink';
import { expect, test } from 'vitest';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { holePart } from '../../../src/terminal/images/hole.js';
import { createImageLayer, type ImageLayer } from '../../../src/terminal/images/layer.js';
import { rgb } from '../../../src/terminal/cell.js';
import { createScreen } from '../../../src/terminal/screen/screen.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { cellText } from '../support/cells.js';
import { FakeKeyboard } from '../support/fake-keyboard.js';
import { FakeTerminal } from '../support/fake-terminal.js';
import { madeUpPixels } from '../support/picture.js';
import { Sample } from '../support/sample-app.js';

const frames = 520;
const hole = { width: 30, height: 12 };

/** A small generator of numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function start(columns: number, rows: number, through: boolean, layer: ImageLayer) {
  const terminal = new FakeTerminal(columns, rows);
  const keyboard = new FakeKeyboard();
  const input = createInput(keyboard);
  const screen = through ? createScreen({ stdout: terminal, columns, rows, images: layer }) : null;
  const app = render(<Sample count={300} hole={hole} small />, {
    stdin: input.stream,
    stdout: screen ? screen.stream : (terminal as unknown as NodeJS.WriteStream),
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 1000,
  });
  return { terminal, keyboard, screen, app };
}

/** Where the two screens differ; where Ink's own shows a hole, the picture's cell is what should be there. */
function differences(ours: FakeTerminal, inks: FakeTerminal, layer: ImageLayer): string[] {
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
  const cursorShown = inks.writes.findLast((text) => /\u001b\[\?25[hl]/.test(text))?.match(/.*\u001b\[\?25([hl])/s)?.[1] === 'h';
  if (cursorShown && (a.cursorX !== b.cursorX || a.cursorY !== b.cursorY)) {
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

async function settle(sides: ReturnType<typeof start>[]): Promise<void> {
  for (const side of sides) await side.app.waitUntilRenderFlush();
  for (const side of sides) await side.terminal.settled();
}

test(`the screen shows cell by cell what Ink itself would show, over ${frames} frames`, { timeout: 300_000 }, async () => {
  const layer = createImageLayer();
  const roll = dice(7);
  const sides = [start(90, 26, true, layer), start(90, 26, false, layer)];
  const [ours, inks] = sides as [ReturnType<typeof start>, ReturnType<typeof start>];
  const mix: Record<string, number> = {};
  const sizes = [[90, 26], [80, 24], [120, 40], [100, 20], [70, 30], [140, 45]] as const;
  const keys = ['j', 'k', 'J', 'K', '\u001b[B', 'd', 'h', 'i', 'x', '\u001b', '\r', 'jjj', 'wé東'];
  let picture = 0;
  for (let frame = 0; frame < frames; frame++) {
    const event = roll(20);
    let what: string;
    if (event === 0) {
      const [columns, rows] = sizes[roll(sizes.length)] ?? [90, 26];
      what = 'resize';
      for (const side of sides) side.terminal.resize(columns, rows);
    } else if (event <= 2) {
      what = 'picture';
      picture++;
      if (roll(6) === 0) layer.delete(1);
      else layer.set(1, blocks(madeUpPixels(hole.width, hole.height * 2 - (picture % 3), picture), 'truecolor', String(picture)));
      layer.set(700, blocks(madeUpPixels(9, 8, picture + 9), 'truecolor', `s${picture}`));
    } else {
      const key = keys[roll(keys.length)] ?? 'j';
      what = key === 'd' ? 'dialog' : key === 'h' ? 'picture shown or hidden' : key === 'i' ? 'text field' : 'other key';
      for (const side of sides) side.keyboard.write(key);
      if (key === '\u001b') await new Promise((resolve) => setTimeout(resolve, 40));
    }
    mix[what] = (mix[what] ?? 0) + 1;
    await new Promise((resolve) => setImmediate(resolve));
    await settle(sides);
    const found = differences(ours.terminal, inks.terminal, layer);
    if (found.length > 0) {
      expect.fail(`frame ${frame} after ${what}: ${found.length} cells differ\n${found.slice(0, 20).join('\n')}\n${ours.terminal.screen()}\n---\n${inks.terminal.screen()}`);
    }
  }
  console.log(`${frames} frames equal; events: ${JSON.stringify(mix)}; bytes: ours ${ours.terminal.bytes}, Ink ${inks.terminal.bytes}`);
  for (const side of sides) side.app.unmount();
});
