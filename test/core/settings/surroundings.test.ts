import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSettings, loadSettings, lookAround } from '../../../src/core/settings/index.js';
import { tempFolder } from '../../runner/temp-folder.js';

async function check(text: string, prepare: (root: string) => Promise<void> = async () => {}, inside = '') {
  const parent = await tempFolder();
  const root = join(parent, inside || 'Hero');
  await mkdir(join(root, '10_hero'), { recursive: true });
  await writeFile(join(root, '10_hero', 'a.png'), '');
  await writeFile(join(root, 'base.safetensors'), '');
  await writeFile(
    join(root, 'loradeck.toml'),
    `pretrained_model_name_or_path = "base.safetensors"\n${text}`.replaceAll('PARENT', parent),
  );
  await prepare(root);
  const file = await loadSettings(root);
  const findings = checkSettings(file, { recorded: false, around: await lookAround(file) });
  return findings.map(({ rule, level, key, blocks, fix }) => [rule, level, key, blocks, fix?.label ?? null]);
}

test('a workspace with its model and no output folder yet is fine', async () => {
  expect(await check('')).toEqual([]);
  expect(await check('train_data_dir = "../Hero"\n')).toEqual([]);
});

test('W01: the image folder is an N_name folder', async () => {
  expect(await check('train_data_dir = "10_hero"\n')).toEqual([
    ['W01', 'error', 'train_data_dir', true, 'set image folder to .'],
  ]);
});

test('S04: the image folder is elsewhere, missing, or a file', async () => {
  for (const path of ['PARENT', 'nowhere', 'base.safetensors']) {
    expect(await check(`train_data_dir = "${path}"\n`)).toEqual([
      ['S04', 'error', 'train_data_dir', true, 'set image folder to .'],
    ]);
  }
});

test('W01: the workspace itself is an N_name folder', async () => {
  const parent = await tempFolder();
  const root = join(parent, '10_hero');
  await mkdir(root);
  await writeFile(join(root, 'a.png'), '');
  const file = await loadSettings(root);
  const findings = checkSettings(file, { recorded: true, around: await lookAround(file) });
  expect(findings.map(({ rule }) => rule)).toContain('W01');
});

test('S04: the output folder is a file, or does not exist outside the workspace', async () => {
  expect(await check('output_dir = "base.safetensors"\n')).toEqual([
    ['S04', 'error', 'output_dir', true, 'set output folder to output'],
  ]);
  expect(await check('output_dir = "PARENT/saves"\n')).toEqual([
    ['S04', 'error', 'output_dir', false, 'set output folder to output'],
  ]);
  expect(await check('output_dir = "PARENT/saves"\n', (root) => mkdir(join(root, '..', 'saves')))).toEqual([]);
  expect(
    await check('output_dir = "deep/er"\n', (root) => mkdir(join(root, 'deep', 'er'), { recursive: true }).then(() => undefined)),
  ).toEqual([]);
});

test('R-81: saves of the same name would be overwritten', async () => {
  const prepare = async (root: string) => {
    await mkdir(join(root, 'output'));
    for (const name of ['hero-000001.safetensors', 'hero.safetensors', 'hero2.safetensors', 'other.txt'])
      await writeFile(join(root, 'output', name), '');
  };
  expect(await check('', prepare)).toEqual([['R-81', 'warn', 'output_name', false, 'set output name to hero-v2']]);
  expect(await check('output_name = "hero-v2"\n', prepare)).toEqual([]);
});

test('S01: the model file', async () => {
  expect(
    await check('', async (root) =>
      writeFile(join(root, 'loradeck.toml'), 'pretrained_model_name_or_path = "/no/model.safetensors"\n'),
    ),
  ).toEqual([['S01', 'error', 'pretrained_model_name_or_path', true, null]]);
  expect(
    await check('', async (root) =>
      writeFile(join(root, 'loradeck.toml'), 'pretrained_model_name_or_path = "stabilityai/some-model"\n'),
    ),
  ).toEqual([['S01', 'warn', 'pretrained_model_name_or_path', false, null]]);
});

test.skipIf(process.getuid?.() === 0)('S04: a locked output folder (skipped for root, whom nothing is locked to)', async () => {
  expect(await check('', (root) => mkdir(join(root, 'output'), { mode: 0o555 }).then(() => undefined))).toEqual([
    ['S04', 'error', 'output_dir', true, 'set output folder to output'],
  ]);
});
