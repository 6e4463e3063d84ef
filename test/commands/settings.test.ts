import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openJournal } from '../../src/core/journal/journal.js';
import { tempFolder } from '../runner/temp-folder.js';
import { json as commandJson, loradeck } from './loradeck.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function workspace(text?: string) {
  const root = await tempFolder();
  await mkdir(join(root, '10_hero'));
  await writeFile(join(root, '10_hero', 'a.png'), '');
  if (text !== undefined) await writeFile(join(root, 'loradeck.toml'), text);
  return root;
}

const run = (...argv: string[]) => loradeck('settings', ...argv);
const json = (...argv: string[]) => commandJson('settings', ...argv);

test('show --json gives every setting with its value, origin and default', async () => {
  const all = await json(await workspace('network_alpha = 32\n'), 'show');
  expect(all['network_alpha']).toEqual({ value: 32, from: 'you', default: 1 });
  expect(all['optimizer_type']).toEqual({ value: 'Prodigy', from: 'guide', default: '' });
  expect(all['lora_type']).toEqual({ value: 'LyCORIS LoCon', from: 'recipe', default: null });
  expect(all['flip_aug']).toEqual({ value: false, from: 'trainer', default: false });
});

test('set changes the file, keeps its comments, and can be undone', async () => {
  const root = await workspace('# mine\nnetwork_dim = 32 # rank\n');
  const done = await run(root, 'set', 'network_dim', '16');
  expect(done).toMatchObject({ code: 0, err: '', out: 'changed network_dim: 32 → 16 (you)\n' });
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toBe('# mine\nnetwork_dim = 16 # rank\n');
  await (await openJournal(root)).undo();
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toBe('# mine\nnetwork_dim = 32 # rank\n');
});

test('set takes several words for lists, and virtual settings by their short name', async () => {
  const root = await workspace();
  await run(root, 'set', 'optimizer_args', 'decouple=True', 'weight_decay=0.15', 'betas=0.9,0.99');
  await run(root, 'set', 'type', 'Standard');
  const all = await json(root, 'show');
  expect(all['optimizer_args']).toMatchObject({ value: ['decouple=True', 'weight_decay=0.15', 'betas=0.9,0.99'], from: 'you' });
  expect(all['lora_type']).toMatchObject({ value: 'Standard', from: 'you' });
  expect(await json(root, 'unset', 'type')).toMatchObject({ changed: 1, after: { value: 'LyCORIS LoCon', from: 'recipe' } });
});

test('--dry-run says the same and writes nothing', async () => {
  const root = await workspace();
  const said = await json(root, 'set', 'seed', '42', '--dry-run');
  expect(said).toEqual({
    changed: 1,
    key: 'seed',
    before: { value: null, from: 'trainer', default: null },
    after: { value: 42, from: 'you', default: null },
  });
  expect(await readdir(root)).toEqual(['10_hero']);
  expect(await json(root, 'set', 'seed', '42')).toEqual(said);
});

test('wrong use is one sentence and exit code 2', async () => {
  const root = await workspace();
  for (const [argv, sentence] of [
    [[root, 'set', 'network_dimm', '8'], 'network_dimm is no setting: did you mean network_dim?'],
    [[root, 'set', 'network_dim', 'many'], 'rank (dim) is a whole number.'],
    [[root, 'set', 'network_dim'], 'settings set needs a key and a value.'],
    [[root, 'fly'], 'settings knows show, set, unset and check, not “fly”.'],
    [[join(root, 'nowhere')], `${join(root, 'nowhere')} does not exist.`],
  ] as const) {
    expect(await run(...argv)).toEqual({ code: 2, out: '', err: `loradeck: ${sentence}\n` });
  }
});

test('check prints findings; exit code 1 only with errors', async () => {
  const root = await workspace(`pretrained_model_name_or_path = "model.safetensors"\nnetwork_alpha = 32\n`);
  vi.stubEnv('XDG_CONFIG_HOME', root);
  const bad = await run(root, 'check', '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out)).toMatchObject({
    summary: { error: 1, warn: 1, info: 0 },
    findings: [
      { rule: 'S01', blocks: false },
      { rule: 'S18', fix: 'set alpha to 1' },
    ],
  });
  await writeFile(join(root, 'model.safetensors'), '');
  expect((await run(root, 'check')).code).toBe(0);
});

test('a file with a mistake is shown with a sentence, and not edited', async () => {
  const root = await workspace('a = = 1\n');
  expect((await run(root, 'show')).err).toMatch(/line 1, column 5/);
  const refused = await run(root, 'set', 'seed', '1');
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/line 1.*editor/);
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toBe('a = = 1\n');
});
