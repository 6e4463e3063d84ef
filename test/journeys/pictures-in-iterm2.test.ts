import path from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const wait = { timeout: 15_000 };

/** A picture as iTerm2 would draw it: at the cursor, so many cells large. */
interface Drawn {
  x: number;
  y: number;
  columns: number;
  rows: number;
  file: Buffer;
}

test('in iTerm2 pictures are drawn once at their places, again when they are uncovered, and nothing is sent while they stay', async () => {
  const drawn: Drawn[] = [];
  program = await openProgram({ args: ['demo'], columns: 110, rows: 36, watch: (data) => (data.includes('\u001b[>0q') ? '\u001bP>|iTerm2 3.5.10\u001b\\' : '') });
  const { emulator, home } = program;
  emulator.parser.registerOscHandler(1337, (text) => {
    const [, keys = '', base64 = ''] = /^File=([^:]*):(.*)$/s.exec(text) ?? [];
    const of = new Map(keys.split(';').map((pair) => pair.split('=') as [string, string]));
    const { cursorX: x, cursorY: y } = emulator.buffer.active;
    drawn.push({ x, y, columns: Number(of.get('width')), rows: Number(of.get('height')), file: Buffer.from(base64, 'base64') });
    return true;
  });
  const quiet = async (): Promise<number> => {
    for (let before = -1; before !== drawn.length; await new Promise((resolve) => setTimeout(resolve, 400))) before = drawn.length;
    return drawn.length;
  };

  await expect.poll(() => drawn.length, wait).toBeGreaterThan(6);
  const first = await quiet();
  const large = drawn.reduce((a, b) => (a.columns * a.rows > b.columns * b.rows ? a : b));
  expect(large.x).toBeGreaterThan(60);
  expect(large.columns).toBeGreaterThan(20);
  expect(large.y + large.rows).toBeLessThan(36);
  const raw = (source: string | Buffer): Promise<Buffer> => sharp(source).flatten({ background: '#fff' }).resize(104, 128, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const [is, own] = await Promise.all([raw(large.file), raw(path.join(home, 'data/loradeck/demo/Pipnix/4_pipnix/001.png'))]);
  expect(is.reduce((sum, value, i) => sum + Math.abs(value - (own[i] ?? 0)), 0) / is.length).toBeLessThan(4);

  // A mark changes one tile's frame and no picture.
  await program.press('space', 'h');
  await quiet();
  const marked = drawn.slice(first).filter(({ columns }) => columns < 20);
  expect(marked).toEqual([]);

  // Help covers some of them: those alone are drawn again when it goes.
  const before = await quiet();
  await program.press('?');
  await program.until('keys of Dataset');
  expect(await quiet()).toBe(before);
  await program.press('escape');
  await program.untilGone('keys of Dataset');
  const again = drawn.slice(before, await quiet());
  expect(again.length).toBeGreaterThan(0);
  expect(again.every(({ x, y }) => drawn.slice(0, before).some((one) => one.x === x && one.y === y))).toBe(true);

  await program.press('q');
  await program.waitForExit();
  expect(program.fullScreen).toBe(false);
});
