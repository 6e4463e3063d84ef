import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

/** How many cells of the screen are drawn in a colour, or nearly. */
function cellsOf(wanted: string): number {
  const { cols, rows } = program.emulator;
  const near = (color: string | null) => color !== null && [1, 3, 5].every((at) => Math.abs(parseInt(color.slice(at, at + 2), 16) - parseInt(wanted.slice(at, at + 2), 16)) < 8);
  return program.cells(0, 0, cols, rows).flat().filter(({ char, fg, bg }) => char === '▀' && near(fg) && near(bg)).length;
}
const plain = (background: string) => sharp({ create: { width: 700, height: 900, channels: 3, background } }).png().toBuffer();

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('an image that another program writes is shown anew, as a tile and large; one that it takes away is gone', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('001.png');
    const file = path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix/001.png');
    await writeFile(file, await plain('#10c040'));
    await expect.poll(() => cellsOf('#10c040'), { timeout: 10_000 }).toBeGreaterThan(50);
    // As an editor saves: beside it, then moved there.
    await writeFile(`${file}.part`, await plain('#d020c0'));
    await rename(`${file}.part`, file);
    await expect.poll(() => cellsOf('#d020c0'), { timeout: 10_000 }).toBeGreaterThan(50);
    await expect.poll(() => cellsOf('#10c040'), { timeout: 10_000 }).toBe(0);
    await program.until('700×900');
    await program.until('Another program wrote 001.png.');
    await rm(file);
    await program.until('Another program removed 001.png.');
    await expect.poll(() => cellsOf('#d020c0'), { timeout: 10_000 }).toBe(0);
    await program.until('002.png');
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);
  });
});
