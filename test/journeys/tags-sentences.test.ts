import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('a caption in sentences is edited by its sentences, never cut at a comma', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('17 images');
    await program.until('001.png');
    const file = path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix/001.txt');
    const caption = async () => readFile(file, 'utf8');
    await writeFile(file, 'pipnix, a small furry creature waves at the viewer. It wears a scarf, and a satchel. It snows.\r\nsecond line\r\n');
    await program.press('2', 'ctrl-l');
    await program.until('3 sentences');
    await program.until('It wears a scarf');

    // Down, down, up to the second place; not before the activation text.
    await program.press('j', 'j', 'K');
    await program.until('moved a sentence');
    await program.press('K');
    await program.until('stays in front');
    await expect.poll(caption).toBe('pipnix, a small furry creature waves at the viewer. It snows. It wears a scarf, and a satchel.\r\nsecond line\r\n');
    await program.press('r');
    await program.until('sentence 2 of 001.png');
    await program.press('ctrl-u');
    await program.type('It rains, a lot.\r');
    await expect.poll(caption).toBe('pipnix, a small furry creature waves at the viewer. It rains, a lot. It wears a scarf, and a satchel.\r\nsecond line\r\n');
    await program.press('d');
    await expect.poll(caption).toBe('pipnix, a small furry creature waves at the viewer. It wears a scarf, and a satchel.\r\nsecond line\r\n');
    await program.press('a');
    await program.type('The sky, far away, is white.\r');
    await program.press('escape');
    const added = 'pipnix, a small furry creature waves at the viewer. It wears a scarf, and a satchel. The sky, far away, is white.\r\nsecond line\r\n';
    await expect.poll(caption).toBe(added);

    // In many: the diff shows sentences, and sorting leaves them alone.
    await program.press('b', 'tab', 'w');
    await program.type('A photo.');
    await program.press('enter');
    await program.until('+A photo.');
    await program.press('escape', 'b', 'tab', 'o', 'enter');
    await program.until('written in sentences');
    await program.press('escape', 'u');
    await expect.poll(caption).not.toBe(added);
    await program.press('q');
  });
});
