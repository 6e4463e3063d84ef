import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ARGUMENTS } from '../../../src/core/settings/table/arguments.js';
import {
  loadSettings,
  parseSettings,
  setGoal,
  setOurs,
  setSetting,
  unsetSetting,
  type SettingsFile,
} from '../../../src/core/settings/index.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { tempFolder } from '../../runner/temp-folder.js';

const workspace = async (text: string | Buffer | null) => {
  const root = await tempFolder();
  if (text !== null) await writeFile(join(root, 'loradeck.toml'), text);
  return root;
};
const read = (text: string) => parseSettings('/w/Hamburger', text);
const messages = (file: SettingsFile) => file.problems.map(({ message }) => message);
const textAfter = (change: ReturnType<typeof setSetting>) =>
  change.entries[0]?.kind === 'text' ? change.entries[0].after : null;

test('reads arguments, flattened tables and our own table', () => {
  const file = read(
    'network_dim = 16\n[saving]\nsave_every_n_epochs = 2\n[loradeck]\nstyle = "e6"\nfamily = "sdxl"\nhost = "box"\n[loradeck.goals]\n"10_x" = "style"\n',
  );
  expect(file.values).toEqual({ network_dim: 16, save_every_n_epochs: 2 });
  expect(file.places['save_every_n_epochs']).toEqual(['saving', 'save_every_n_epochs']);
  expect(file.ours).toMatchObject({ style: 'e6', family: 'sdxl', host: 'box', goals: { '10_x': 'style' } });
  expect(file.problems).toEqual([]);
});

test('counts the folders that the trainer reads', async () => {
  const root = await workspace(null);
  for (const folder of ['10_hero', 'Raw', '0_no', '3_side, coat', '7', 'elsewhere']) await mkdir(join(root, folder));
  await symlink(join(root, 'elsewhere'), join(root, '2_link'));
  for (const name of ['a.png', 'b.JPG', 'c.txt', 'd.Png']) await writeFile(join(root, '10_hero', name), '');
  const file = await loadSettings(root);
  expect(file.text).toBeNull();
  expect(file.concepts).toEqual([
    { folder: '10_hero', text: 'hero', repeats: 10, images: 2 },
    { folder: '2_link', text: 'link', repeats: 2, images: 0 },
    { folder: '3_side, coat', text: 'side, coat', repeats: 3, images: 0 },
    { folder: '7', text: '', repeats: 7, images: 0 },
  ]);
  const { concepts } = await scanWorkspace(root);
  expect(concepts.map(({ folder, repeats, pictures }) => [folder, repeats, pictures.length])).toEqual(
    file.concepts.map(({ folder, repeats, images }) => [folder, repeats, images]),
  );
});

test('a mistake in the file is told with line and column, and nothing is lost', async () => {
  const file = await loadSettings(await workspace('network_dim = 32\nlearning_rate = = 1\n'));
  expect(file.broken).toMatch(/line 2, column \d+/);
  expect(file.values).toEqual({});
  expect(() => setSetting(file, 'seed', 1)).toThrow(/line 2.*editor/);
});

test('bytes that are no UTF-8 and a folder in place of the file are told, not thrown', async () => {
  expect((await loadSettings(await workspace(Buffer.from([0x61, 0xff, 0xfe])))).broken).toMatch(/UTF-8/);
  const root = await workspace(null);
  await mkdir(join(root, 'loradeck.toml'));
  expect((await loadSettings(root)).broken).toMatch(/cannot be read/);
});

test.each([
  ['network_dimm', 'network_dim'],
  ['learning_rat', 'learning_rate'],
  ['epoch', 'max_train_epochs'],
  ['caption_extention_', 'caption_extention'],
  ['output-name', 'output_name'],
  ['Resolution', 'resolution'],
])('%s: did you mean %s?', (typed, meant) => {
  const file = read(`${typed} = "1"\n`);
  expect(file.problems).toMatchObject([{ kind: 'unknown', key: typed, meant }]);
  expect(messages(file)[0]).toContain(`did you mean ${meant}?`);
});

test('a name that is near to nothing gets no guess, and one of ours is told where it belongs', () => {
  expect(messages(read('wholly_other_thing = 1\n'))).toEqual(['wholly_other_thing is not known, and the trainer ignores it.']);
  expect(messages(read('ae = 1\n'))).toEqual(['ae is not known, and the trainer ignores it.']);
  expect(messages(read('conv_dim = 16\n'))[0]).toContain('network_args = ["conv_dim=16"]');
});

test.each([
  ['network_dim = "32"', 32],
  ['network_dim = 32.0', 32],
  ['resolution = 768', '768'],
  ['resolution = [768, 512]', '768,512'],
  ['flip_aug = "False"', false],
  ['optimizer_args = "a=1 b=2"', ['a=1', 'b=2']],
  ['text_encoder_lr = 1.0', [1]],
])('wrong type: %s', (line, better) => {
  expect(read(`${line}\n`).problems).toMatchObject([{ kind: 'type', better }]);
});

test.each([
  'learning_rate = 1',
  'lr_warmup_steps = 0.1',
  'text_encoder_lr = [1, 5e-5]',
  'mixed_precision = "bf16"',
  'optimizer_args = []',
  'max_token_length = 75',
  'dynamo_backend = "no"',
])('right type: %s', (line) => {
  expect(read(`${line}\n`).problems).toEqual([]);
});

test('a value that the trainer does not offer', () => {
  expect(messages(read('mixed_precision = "fp32"\n'))[0]).toMatch(/none of no, fp16, bf16/);
});

test('control characters of the file do not reach a message', () => {
  expect(messages(read('"a\\u001b[31m" = 1\n')).join('')).not.toContain('\u001b');
});

test('no key of our table is an argument of the trainer, which flattens tables', () => {
  const file = read('[loradeck]\n');
  for (const key of Object.keys(file.ours)) expect(Object.keys(ARGUMENTS)).not.toContain(key);
});

test('the first edit makes the file, names the recipe and keeps it readable', () => {
  const file = read('');
  const none = { ...file, text: null };
  const change = setSetting(none, 'network_dim', 16);
  expect(change.entries).toMatchObject([{ kind: 'text', path: 'loradeck.toml', before: null }]);
  const made = read(textAfter(change) ?? '');
  expect(made.values).toEqual({ train_data_dir: '.', network_dim: 16 });
  expect(made.ours.recipe).toBe('character-prodigy-locon');
  expect(made.problems).toEqual([]);
});

test('an edit that changes nothing has no entries; unset takes the key out where it stands', () => {
  const file = read('[net]\nnetwork_dim = 16\nseed = 1\n');
  expect(setSetting(file, 'network_dim', 16).entries).toEqual([]);
  expect(textAfter(setSetting(file, 'network_dim', 8))).toBe('[net]\nnetwork_dim = 8\nseed = 1\n');
  expect(textAfter(unsetSetting(file, 'network_dim'))).toBe('[net]\nseed = 1\n');
  expect(() => setSetting(file, 'network_dimm', 8)).toThrow('network_dimm is no setting.');
});

test('our own keys and goals are set and taken out', () => {
  const file = read('[loradeck]\nstyle = "e6"\n');
  expect(textAfter(setOurs(file, 'family', 'sdxl'))).toBe('[loradeck]\nstyle = "e6"\nfamily = "sdxl"\n');
  expect(textAfter(setOurs(file, 'style', null))).toBe('[loradeck]\n');
  expect(read(textAfter(setGoal(file, 'a, "b"', 'style')) ?? '').ours.goals).toEqual({ 'a, "b"': 'style' });
});
