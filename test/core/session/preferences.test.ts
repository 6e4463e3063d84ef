import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPreferences } from '../../../src/core/session/keep-preferences.js';
import { preferencesPath, readPreferences, writePreferences } from '../../../src/core/session/preferences-file.js';
import { createPreferences, defaultPreferences } from '../../../src/core/session/preferences.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-preferences-'));
  vi.stubEnv('XDG_DATA_HOME', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const file = async () => JSON.parse(await readFile(preferencesPath(), 'utf8')) as Record<string, unknown>;
async function put(text: string): Promise<void> {
  await mkdir(dirname(preferencesPath()), { recursive: true });
  await writeFile(preferencesPath(), text);
}

test('what one session chose the next one finds', async () => {
  const store = createPreferences();
  const keeper = keepPreferences(store);
  await keeper.load();
  store.setState({ mode: 'list', columns: ['name', 'size'], sort: { by: 'size', descending: true } });
  store.setState({ tile: 2 });
  await keeper.close();
  expect(preferencesPath()).toBe(join(folder, 'loradeck/view.json'));

  const next = createPreferences();
  await keepPreferences(next).load();
  expect(next.getState()).toEqual({ ...defaultPreferences, mode: 'list', tile: 2, columns: ['name', 'size'], sort: { by: 'size', descending: true } });
});

test('a session that chooses nothing writes nothing', async () => {
  const keeper = keepPreferences(createPreferences());
  await keeper.load();
  await keeper.close();
  expect(await readdir(folder)).toEqual([]);
});

test('several changes in a row are one write, a moment later', async () => {
  const store = createPreferences();
  const keeper = keepPreferences(store);
  await keeper.load();
  for (let tile = 0; tile < 4; tile++) store.setState({ tile });
  expect(await readdir(folder)).toEqual([]);
  await vi.waitFor(async () => expect(await file()).toEqual({ tile: 3 }), { timeout: 5000, interval: 20 });
  await keeper.close();
});

test.each(['', '{', '[]', 'null', '"list"', '\u0000'])('a damaged file %j says nothing, and the next change mends it', async (text) => {
  await put(text);
  const store = createPreferences();
  const keeper = keepPreferences(store);
  await keeper.load();
  expect(store.getState()).toEqual(defaultPreferences);
  store.setState({ mode: 'list' });
  await keeper.close();
  expect(await file()).toEqual({ mode: 'list' });
});

test('a value that means nothing does not take the others with it', async () => {
  await put(JSON.stringify({ mode: 'table', tile: 1, columns: ['name', 'nonsense', 'name', 'size'], sort: { by: 'mood', descending: 1 }, theme: 'dusk' }));
  expect(await readPreferences()).toEqual({ tile: 1, columns: ['name', 'size'], theme: 'dusk' });
  await put(JSON.stringify({ columns: ['nonsense'], tile: -1 }));
  expect(await readPreferences()).toEqual({});
});

test('two sessions keep each other’s choices, and what only a later version knows', async () => {
  await put(JSON.stringify({ mode: 'list', sparkle: 7 }));
  await writePreferences({ tile: 3 });
  await writePreferences({ theme: 'dusk' });
  expect(await file()).toEqual({ mode: 'list', sparkle: 7, tile: 3, theme: 'dusk' });
});

test('a key pressed before the file was read counts more', async () => {
  await writePreferences({ mode: 'list', tile: 3 });
  const store = createPreferences();
  const keeper = keepPreferences(store);
  const loading = keeper.load();
  store.setState({ tile: 0 });
  await loading;
  expect(store.getState()).toMatchObject({ mode: 'list', tile: 0 });
  await keeper.close();
  expect(await file()).toEqual({ mode: 'list', tile: 0 });
});

test('a home that cannot be written to is no error', async () => {
  await writeFile(join(folder, 'loradeck'), 'a file where the folder would be');
  const store = createPreferences();
  const keeper = keepPreferences(store);
  await keeper.load();
  store.setState({ mode: 'list' });
  await keeper.close();
  expect(store.getState().mode).toBe('list');
});
