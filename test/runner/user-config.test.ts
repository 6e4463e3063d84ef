import { homedir } from 'node:os';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadUserConfig } from '../../src/runner/user-config.js';
import { tempFolder } from './temp-folder.js';

async function load(text: string) {
  const file = join(await tempFolder(), 'config.toml');
  await writeFile(file, text);
  return loadUserConfig(file);
}

test('an absent or empty file is an empty configuration', async () => {
  expect(await loadUserConfig(join(await tempFolder(), 'none.toml'))).toEqual({});
  expect(await load('')).toEqual({});
});

test('reads the trainer; paths begin at home or at the file', async () => {
  expect((await load('[trainer]\npath = "~/sd-scripts"\npython = "~/venv/bin/python"')).trainer).toEqual({
    path: join(homedir(), 'sd-scripts'),
    python: join(homedir(), 'venv/bin/python'),
  });
  expect((await load('[trainer]\npath = "/x y"\npython = "python3.11"\naccelerate = false')).trainer).toEqual({
    path: '/x y',
    python: 'python3.11',
    accelerate: false,
  });
});

test('keys are one or a list, under the name of the action in quotes or as a table', async () => {
  expect((await load('[keys]\n"dataset.mark" = ["m", "space"]\n"app.help" = "h"\n"app.quit" = []')).keys).toEqual({
    'dataset.mark': ['m', 'space'],
    'app.help': ['h'],
    'app.quit': [],
  });
  expect((await load('[keys.dataset]\nmark = "m"\n[keys]\napp.help = ["h"]\n[trainer]\npath = "/x"')).keys).toEqual({
    'dataset.mark': ['m'],
    'app.help': ['h'],
  });
  for (const wrong of ['"dataset.mark" = 3', 'dataset.mark = ["m", 3]', 'dataset = { mark = true }']) {
    await expect(load(`[keys]\n${wrong}`)).rejects.toThrow(/config\.toml: \[keys\] dataset\.mark must be a key such as "m" or a list of keys\.$/);
  }
});

test('what it does not understand is one sentence that names the file', async () => {
  await expect(load('[trainer]\npath = "/x"\npyton = "y"')).rejects.toThrow(/config\.toml: \[trainer\] has an unknown key “pyton”\.$/);
  await expect(load('trainr = 1')).rejects.toThrow(/the file has an unknown key “trainr”\.$/);
  await expect(load('[trainer]\npath = 3')).rejects.toThrow(/config\.toml: \[trainer\] path must be a path in quotes\.$/);
  await expect(load('[trainer]')).rejects.toThrow(/\[trainer\] path must be a path in quotes\.$/);
  await expect(load('[trainer]\npath = "x"\naccelerate = "no"')).rejects.toThrow(/\[trainer\] accelerate must be true or false\.$/);
  await expect(load('trainer = "/x"')).rejects.toThrow(/: trainer must be a table: write \[trainer\] on a line of its own\.$/);
  await expect(load('keys = 1')).rejects.toThrow(/: keys must be a table: write \[keys\] on a line of its own\.$/);
  for (const key of ['theme', 'pictures']) await expect(load(`${key} = "dark"`)).rejects.toThrow(`the file has an unknown key “${key}”.`);
  await expect(load('[trainer\npath = 3')).rejects.toThrow(/config\.toml has a mistake at line 1, column \d+: .*\.$/);
  const folder = await tempFolder();
  await mkdir(join(folder, 'config.toml'));
  await expect(loadUserConfig(join(folder, 'config.toml'))).rejects.toThrow('cannot be read (EISDIR)');
});
