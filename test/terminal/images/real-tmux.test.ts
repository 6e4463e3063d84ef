import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, test } from 'vitest';
import { plainSetting } from '../../../src/terminal/images/display.js';
import type { PictureChoice } from '../../../src/terminal/images/choose.js';
import type { DrawSetting, Driver } from '../../../src/terminal/images/driver.js';
import { isGraphic, type CellImage, type TerminalImage } from '../../../src/terminal/images/image.js';
import { iterm2Driver } from '../../../src/terminal/images/iterm2.js';
import { marks } from '../../../src/terminal/images/kitty-marks.js';
import { kittyDriver } from '../../../src/terminal/images/kitty.js';
import { sixelDriver } from '../../../src/terminal/images/sixel.js';
import type { Probe } from '../../../src/terminal/probe/probe.js';
import { sgrBetween } from '../../../src/terminal/screen/sgr.js';
import { hasTmux, RealTmux } from '../support/real-tmux.js';
import { readAs, smoothPixels } from '../support/read-as.js';

let tmux: RealTmux | undefined;
afterEach(async () => {
  await tmux?.close();
  tmux = undefined;
});

async function drawn(driver: Driver, change: Partial<DrawSetting> = {}): Promise<TerminalImage> {
  const setting = { ...plainSetting, passthrough: true, ...change };
  const room = { columns: 12, rows: 5 };
  const request = driver.request(room, setting);
  const image = request && (await driver.draw(await readAs(smoothPixels(96, 80), request), room, setting, 'key'));
  if (!image) throw new Error('nothing was drawn');
  return image;
}

/** The cells of a picture as text, each row at its place. */
function cellsAt(image: CellImage, left: number, top: number): string {
  let text = '';
  for (let y = 0; y < image.height; y++) {
    text += `\u001b[${top + y + 1};${left + 1}H`;
    for (let x = 0; x < image.width; x++) {
      const { char, fg, bg } = image.cells(x, y);
      text += sgrBetween({ fg: 0, bg: 0, attributes: 0 }, { fg, bg, attributes: 0 }) + char;
    }
    text += '\u001b[0m';
  }
  return text;
}

/** Placeholders in rows of text: the row, column and colour that each says. */
function placeholders(rows: readonly string[]): { row: number; column: number; third: number; color: string }[] {
  return rows.flatMap((line) => {
    let color = '';
    return [...line.matchAll(/\u001b\[([\d;:]*)m|\u{10eeee}(\p{M})(\p{M})(\p{M})?/gu)].flatMap(([, style, row, column, third]) => {
      if (style !== undefined) color = style;
      return row === undefined || column === undefined ? [] : [{ row: marks.indexOf(row), column: marks.indexOf(column), third: marks.indexOf(third ?? ''), color }];
    });
  });
}

const everyCell = Array.from({ length: 60 }, (_, i) => [Math.floor(i / 12), i % 12]);

describe.skipIf(!hasTmux())('in a real tmux', () => {
  test.each([true, false])('placeholders keep both marks and their number through scrolls, redraws and resizes; 24-bit colours: %s', async (exactColors) => {
    tmux = await RealTmux.start({ settings: exactColors ? ['set -as terminal-features ,xterm-256color:RGB'] : [] });
    const image = (await drawn(kittyDriver, { exactColors })) as CellImage;
    await tmux.show(cellsAt(image, 20, 10));
    const check = (rows: string[], of: number): void => {
      const found = placeholders(rows);
      expect(found.map(({ row, column }) => [row, column])).toEqual(everyCell.slice(60 - of));
      expect(new Set(found.map(({ color }) => color)).size).toBe(1);
      const { id = 0 } = image.upload ?? {};
      if (exactColors) expect(found[0]?.color).toBe(`38;2;${id >> 16};${(id >> 8) & 255};${id & 255}`);
      else expect([found[0]?.color, found[0]?.third]).toEqual([`38;5;${id & 255}`, Math.floor(id / 2 ** 24)]);
    };
    check(await tmux.capture(), 60);
    await tmux.show('\u001b[24;1H\n\n\n');
    check(await tmux.capture(), 60);
    await tmux.resize(60, 20);
    check(await tmux.capture(), 60);
    await tmux.resize(80, 24);
    await tmux.tmux('refresh-client');
    check(await tmux.capture(), 60);
    // What the terminal around it shows, which is what counts.
    await tmux.show('');
    check(outerRows(tmux), 60);
    await tmux.show('\u001b[2;24r\u001b[24;1H\n\n');
    check(outerRows(tmux), 60);
  });

  test('what is wrapped arrives in the terminal around it as it was', async () => {
    tmux = await RealTmux.start({ settings: ['set -g allow-passthrough on'] });
    const wrapped = (await drawn(kittyDriver)) as Required<CellImage>;
    for (const chunk of wrapped.upload.chunks) await tmux.show(chunk);
    for (const chunk of wrapped.upload.chunks) {
      const plain = chunk.slice('\u001bPtmux;'.length, -2).replaceAll('\u001b\u001b', '\u001b');
      expect(tmux.sent).toContain(plain);
    }
  });

  test.each([['osc 1337', iterm2Driver], ['sixel', sixelDriver]] as const)('%s is drawn where the pane’s cursor is', async (kind, driver) => {
    tmux = await RealTmux.start({ settings: ['set -g allow-passthrough on'] });
    const image = await drawn(driver);
    if (!isGraphic(image)) throw new Error('it is no sequence');
    // As the screen does it: other text, a move, the picture, all in one write.
    await tmux.show(`\u001b[Htext above\u001b[6;31H${image.draw}\u001b[20;1Htext below`);
    expect(tmux.arrived).toMatchObject([{ kind, x: 30, y: 5 }]);
    // In another pane too, which does not begin at the corner.
    await tmux.tmux('split-window', '-h', '-b', '-l', '20', 'sleep 60');
    await tmux.tmux('select-pane', '-R');
    await tmux.show(`\u001b[2;3H${image.draw}`);
    expect(tmux.arrived.at(-1)).toMatchObject({ kind, x: 23, y: 1 });
  });

  test('without passthrough nothing arrives and nothing is shown', async () => {
    tmux = await RealTmux.start();
    const image = await drawn(iterm2Driver);
    if (!isGraphic(image)) throw new Error('it is no sequence');
    await tmux.show(`\u001b[6;31H${image.draw}`);
    expect(tmux.arrived).toEqual([]);
    expect((await tmux.capture()).join('').trim()).toBe('');
  });

  test.each([
    ['on, 24-bit colours', ['set -g allow-passthrough on', 'set -as terminal-features ,xterm-256color:RGB'], { driver: 'kitty', terminal: 'kitty', setting: { passthrough: true, exactColors: true } }],
    ['on', ['set -g allow-passthrough on'], { driver: 'kitty', setting: { passthrough: true, exactColors: false } }],
    ['off', ['set -g allow-passthrough off'], { driver: 'blocks' }],
  ])('the probe finds the terminal around it; passthrough %s', async (_name, settings, want) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-probe-'));
    const script = path.join(folder, 'print-probe.mjs');
    const file = path.join(folder, 'found.json');
    try {
      await build({ entryPoints: ['test/terminal/support/print-probe.ts'], outfile: script, bundle: true, platform: 'node', format: 'esm', external: ['sixel', 'terminal-image'], logLevel: 'error' });
      // The client must be there before the program asks.
      tmux = await RealTmux.start({ settings, env: { FOUND: file }, command: `sleep 0.3; TERM=tmux-256color ${process.execPath} ${script}; sleep 60` });
      const read = () => readFile(file, 'utf8').catch(() => '');
      for (let i = 0; i < 100 && (await read()) === ''; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      const { answers, choice, typed } = JSON.parse(await read()) as { answers: Probe; choice: PictureChoice; typed: string };
      expect(choice).toMatchObject(want);
      expect(answers).toMatchObject({ inTmux: true, name: expect.stringMatching(/^tmux/) as string });
      expect(typed).toBe('');
      expect(await tmux.tmux('display-message', '-p', '#{pane_title}')).not.toContain('Gi=31');
      console.log(`tmux answered in ${answers.ms.toFixed(1)} ms`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** The rows of the terminal around tmux, with the colours of placeholders as SGR. */
function outerRows({ emulator }: RealTmux): string[] {
  const buffer = emulator.buffer.active;
  return Array.from({ length: emulator.rows }, (_, y) => {
    const line = buffer.getLine(y);
    return Array.from({ length: emulator.cols }, (_unused, x) => {
      const cell = line?.getCell(x);
      const color = cell?.getFgColor() ?? 0;
      const style = cell?.isFgRGB() ? `38;2;${color >> 16};${(color >> 8) & 255};${color & 255}` : `38;5;${color}`;
      return `\u001b[${style}m${cell?.getChars() || ' '}`;
    }).join('');
  });
}
