import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loradeck-welcome-'));
});
afterEach(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

test('a folder with originals becomes a workspace with its first concept', async () => {
  const root = path.join(folder, 'Hamburger');
  await cp('fixtures/workspace/Raw', path.join(root, 'Raw'), { recursive: true });
  program = await openProgram({ args: [root], columns: 100, rows: 30 });
  await program.until('holds 3 originals');
  const originals = await readdir(path.join(root, 'Raw'));
  await program.press('enter');
  await program.until('what is to be trained?');
  await program.press('2');
  await program.until('how will it be prompted?');
  await program.press('1');
  await program.until('loradeck.toml is written');
  await program.press('enter');
  await program.until('new concept from 3 images of Raw');
  await program.type('a/b\r');
  await program.until('holds a slash');
  await program.press('ctrl-u');
  await program.type('hmbrgrlora\r');
  await program.until('what is hmbrgrlora?');
  await program.press('2');
  await program.until('3 images copied from Raw');
  await program.press('enter');
  await program.until('1_hmbrgrlora  3 images');
  expect((await readdir(path.join(root, '1_hmbrgrlora'))).length).toBe(6);
  expect(await readdir(path.join(root, 'Raw'))).toEqual(originals);
  await program.press('u');
  await program.until('took back: made the concept');
  expect(await readdir(root)).not.toContain('1_hmbrgrlora');
});

test('an empty folder is made a workspace: goal, style, and what to do next', async () => {
  program = await openProgram({ args: [folder], columns: 80, rows: 24 });
  await program.until('is no workspace yet');
  await program.press('enter');
  await program.until('what is to be trained?');
  await program.press('enter');
  await program.until('how will it be prompted?');
  await program.press('2');
  await program.until('loradeck.toml is written');
  await program.press('enter');
  await program.until('There are no images. Put some into');
  const written = await readFile(path.join(folder, 'loradeck.toml'), 'utf8');
  expect(written).toContain('style = "e6"');
  expect(written).toContain('train_data_dir = "."');
});

test('the folder of a concept given as workspace: its parent is offered (W01)', async () => {
  const root = path.join(folder, 'Pipnix');
  await cp('fixtures/workspace', root, { recursive: true });
  program = await openProgram({ args: [path.join(root, '4_pipnix')], columns: 100, rows: 30 });
  await program.until('(W01)');
  await program.press('enter');
  await program.until('all concepts  17 images');
});

test('a workspace that does not exist gets a sentence and a way on', async () => {
  program = await openProgram({ args: [path.join(folder, 'nowhere')], columns: 100, rows: 30 });
  await program.until(/✗ .*does not exist/);
  await program.until('look at the sample workspace');
  await program.press('j', 'enter');
  await program.until('all concepts  17 images');
});
