import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

test('someone edits a caption whose text is cached, is told so, and removes the cache with one key', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30 });
  const root = path.join(program.home, 'data/loradeck/demo/Pipnix');
  await program.until('001.png');
  const settings = path.join(root, 'loradeck.toml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('family = "sd15"', 'family = "sdxl"').replace('resolution', 'cache_text_encoder_outputs_to_disk = true\nresolution'));
  const soon = Date.now() / 1000 + 1;
  for (const stem of ['001', '002']) {
    await writeFile(path.join(root, `4_pipnix/${stem}_te_outputs.npz`), `what the text encoders made of ${stem}`);
    await utimes(path.join(root, `4_pipnix/${stem}_te_outputs.npz`), soon, soon);
  }
  await program.press('ctrl-l', '3');
  await program.until('D01');
  expect(program.screen()).not.toContain('R-85');
  await new Promise((resolve) => setTimeout(resolve, 1500));

  await program.press('2', 'a');
  await program.type('hot air balloon');
  await program.press('enter', 'escape', '3');
  await program.until('R-85');
  for (let row = 0; row < 12 && !program.screen().includes('remove it: the trainer makes it anew'); row++) await program.press('j');
  await program.until('remove it: the trainer makes it anew');
  await program.press('f');
  await program.until('001_te_outputs.npz');
  await program.press('enter');
  await program.until('removed 1 stale cache file');
  await program.untilGone('R-85');
  const caches = async () => (await readdir(path.join(root, '4_pipnix'))).filter((name) => name.endsWith('.npz'));
  expect(await caches()).toEqual(['002_te_outputs.npz']);

  await program.press('u');
  await program.until('took back: removed 1 stale cache file');
  expect((await caches()).sort()).toEqual(['001_te_outputs.npz', '002_te_outputs.npz']);
  expect(await readFile(path.join(root, '4_pipnix/001_te_outputs.npz'), 'utf8')).toBe('what the text encoders made of 001');
  await program.until('R-85');
});
