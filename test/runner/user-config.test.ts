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

test('what it does not understand is one sentence that names the file', async () => {
  await expect(load('[trainer]\npath = "/x"\npyton = "y"')).rejects.toThrow(/config\.toml: \[trainer\] has an unknown key “pyton”\.$/);
  await expect(load('trainr = 1')).rejects.toThrow(/the file has an unknown key “trainr”\.$/);
  await expect(load('[trainer]\npath = 3')).rejects.toThrow(/\[trainer\.path\] is wrong/);
  await expect(load('[trainer]')).rejects.toThrow(/\[trainer\.path\] is wrong/);
  await expect(load('[trainer\npath = 3')).rejects.toThrow(/config\.toml has a mistake at line 1, column \d+: .*\.$/);
  const folder = await tempFolder();
  await mkdir(join(folder, 'config.toml'));
  await expect(loadUserConfig(join(folder, 'config.toml'))).rejects.toThrow('cannot be read (EISDIR)');
});
