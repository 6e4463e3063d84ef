import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const captions = async (home: string) => {
  const folder = path.join(home, 'data/loradeck/demo/Pipnix');
  const names = ['4_pipnix/001', '4_pipnix/002', '4_pipnix/010', '4_pipnix/011', '4_pipnix/012'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name.slice(-3), await readFile(path.join(folder, `${name}.txt`), 'utf8')] as const)));
};

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('one tag goes through the set: those that lack it first, one key an image, each answer can be taken back', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const { home } = program;
    await program.until('001.png');
    await program.press('2', 'w');
    await program.until('one tag through 17');
    await program.type('sitting');
    await program.until('3 images of the set have it');
    await program.press('enter');
    await program.until('does it have');
    await program.until('1 of 17');
    await program.until('it lacks it');
    const first = /(\S+\.\w+) {2}1 of 17/.exec(program.screen())?.[1] ?? '';
    expect(first).not.toBe('');

    // Yes writes it and goes on, no leaves as it is what lacks the tag.
    await program.press('y');
    await program.until('2 of 17');
    await program.until('4 of 17 have it');
    await program.press('n');
    await program.until('1 added · 1 as they were');

    // Back twice: the second takes the tag off again.
    await program.press('u', 'u');
    await program.until('1 of 17');
    await program.until('3 of 17 have it');
    expect(program.screen()).toContain(first);

    // The last has it, and is the likeliest to have it; no takes it off.
    await program.press('G');
    await program.until('it has it');
    await program.press('n');
    await program.until('All were asked');
    await program.until('1 removed · 16 not asked');
    await program.press('escape');
    await program.until('“sitting”: 1 removed · 16 not asked.');
    const changed = await captions(home);

    // It is a change like any other.
    await program.press('u');
    await program.until('2 Tags');
    await expect.poll(() => captions(home), { timeout: 5000 }).not.toEqual(changed);
    await program.press('q');
    await program.waitForExit();
  });
});
