import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

test('someone finds the images that look like one, and those whose captions are long', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30 });
  await program.until('17 images');
  const folder = path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix');
  await copyFile(path.join(folder, '001.png'), path.join(folder, 'twin.png'));
  await program.until('18 images');

  await program.press('~');
  await program.until('like:"4_pipnix/001.png"');
  await program.until('2 of 18');
  expect(program.screen()).toContain('twin');

  await program.press('escape');
  await program.until('18 images');
  await program.press('/');
  await program.type('tokens>20\r');
  await program.until('13 of 18');
});
