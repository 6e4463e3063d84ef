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

test('reads how the program looks, and how it shows pictures', async () => {
  const text = 'theme = "light"\nmouse = false\nscreen_reader = true\n[pictures]\ndriver = "sixel"\nquality = "light"\ncache_mb = 64';
  expect(await load(text)).toEqual({
    theme: 'light',
    mouse: false,
    screenReader: true,
    pictures: { driver: 'sixel', quality: 'light', cacheMb: 64 },
  });
  expect(await load('[pictures]')).toEqual({ pictures: {} });
});

test('what it does not understand is one sentence that names the file', async () => {
  await expect(load('[trainer]\npath = "/x"\npyton = "y"')).rejects.toThrow(/config\.toml: \[trainer\] has an unknown key “pyton”\.$/);
  await expect(load('trainr = 1')).rejects.toThrow(/the file has an unknown key “trainr”\.$/);
  await expect(load('[trainer]\npath = 3')).rejects.toThrow(/config\.toml: \[trainer\] path must be a path in quotes\.$/);
  await expect(load('[trainer]')).rejects.toThrow(/\[trainer\] path must be a path in quotes\.$/);
  await expect(load('[trainer]\npath = "x"\naccelerate = "no"')).rejects.toThrow(/\[trainer\] accelerate must be true or false\.$/);
  await expect(load('trainer = "/x"')).rejects.toThrow(/: trainer must be a table: write \[trainer\] on a line of its own\.$/);
  await expect(load('keys = 1')).rejects.toThrow(/: keys must be a table: write \[keys\] on a line of its own\.$/);
  await expect(load('themes = "dark"')).rejects.toThrow('the file has an unknown key “themes”.');
  await expect(load('theme = "grey"')).rejects.toThrow(/config\.toml: theme must be one of "auto", "dark", "light", "contrast"\.$/);
  await expect(load('mouse = "no"')).rejects.toThrow(/: mouse must be true or false\.$/);
  await expect(load('screen_reader = 1')).rejects.toThrow(/: screen_reader must be true or false\.$/);
  await expect(load('pictures = "kitty"')).rejects.toThrow(/: pictures must be a table: write \[pictures\] on a line of its own\.$/);
  await expect(load('[pictures]\ndriver = "x"')).rejects.toThrow(/: \[pictures\] driver must be one of "auto", "kitty", .*, "none"\.$/);
  await expect(load('[pictures]\nquality = 3')).rejects.toThrow(/: \[pictures\] quality must be one of "auto", "full", "light", "least"\.$/);
  for (const wrong of ['-1', '1.5', '"512"']) {
    await expect(load(`[pictures]\ncache_mb = ${wrong}`)).rejects.toThrow(/: \[pictures\] cache_mb must be a whole number of megabytes\.$/);
  }
  await expect(load('[pictures]\nsize = 3')).rejects.toThrow('[pictures] has an unknown key “size”.');
  await expect(load('[trainer\npath = 3')).rejects.toThrow(/config\.toml has a mistake at line 1, column \d+: .*\.$/);
  const folder = await tempFolder();
  await mkdir(join(folder, 'config.toml'));
  await expect(loadUserConfig(join(folder, 'config.toml'))).rejects.toThrow('cannot be read (EISDIR)');
});
