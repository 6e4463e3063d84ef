import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('someone types few letters, first letters, a mistake and an old name, and gets the names of the site', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const caption = path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix/001.txt');
    await program.until('17 images');
    const before = (await readFile(caption, 'utf8')).trim();
    await program.press('2');
    await program.until('booru names');

    await program.press('a');
    // Not in the set: the vocabulary has it, with the letter of its kind.
    await program.type('lig');
    await program.until(/g (light|lights)/);
    await program.press('ctrl-u');
    await program.type('fs');
    await program.until('g from side');
    await program.press('tab');
    await program.until('from side,');
    await program.type('holdign u');
    await program.until('holding umbrella');
    await program.press('tab');
    await program.until('holding umbrella,');
    // An old name gives the one that the site uses.
    await program.type('fist');
    await program.until('clenched hand ← fist');
    await program.press('tab');
    await program.until('clenched hand,');
    await program.press('enter');
    await program.until('added “from side”');
    await expect.poll(async () => (await readFile(caption, 'utf8')).trim()).toBe(`${before}, from side, holding umbrella, clenched hand`);

    // What is there already comes with a word.
    await program.press('escape', 'a');
    await program.type('smil');
    await program.until('is there');
    await program.press('escape');
  });

  test('no names are suggested where the workspace wants none', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('17 images');
    await program.press('2');
    await program.until('booru names');
    await program.press(':');
    await program.type('vocab');
    await program.press('enter');
    await program.until('as the style has them');
    await program.press('down', 'down', 'down', 'enter');
    await program.until('no names');
    await program.press('a');
    await program.type('canyon');
    await program.until('canyon');
    expect(program.screen()).not.toContain('g canyon');
  });
});
