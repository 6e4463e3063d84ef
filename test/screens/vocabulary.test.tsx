import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSettings } from '../../src/core/settings/file.js';
import { openSample, root, type OpenSample } from './support/sample-deck.js';

const chosen = async () => (await readSettings(root)).ours.vocabulary;

/** Opens the choice by the palette, as a person does. */
async function ask({ press, sees }: OpenSample): Promise<void> {
  press(':', ...'vocab');
  await sees('vocabulary: whose names');
  press('enter');
  await sees('whose names of tags count here');
}

test.each([[80, 24], [200, 50]])('at %i×%i the names that count in a workspace are chosen, shown and taken back', async (columns, rows) => {
  const app = await openSample(columns, rows);
  const { press, sees, deck, lines } = app;
  press('2');
  await sees(/tags · booru names/);
  const before = await readFile(join(root, 'loradeck.toml'), 'utf8');
  await ask(app);
  await sees(/✓ as the style has them: booru/);
  await sees(/names of Danbooru are known/);
  press('3');
  if (columns > 100) await vi.waitFor(() => expect(lines()[0]).toContain('Pipnix · booru, e6 names '));
  await vi.waitFor(async () => expect(await chosen()).toBe('e6'));
  await sees('tags · e6 names');
  await ask(app);
  await sees(/✓ e6: e621/);
  press('4');
  await vi.waitFor(async () => expect(await chosen()).toBe('none'));
  await sees('tags · no names');
  await ask(app);
  press('1');
  await vi.waitFor(async () => expect(await chosen()).toBe(null));
  await sees('tags · booru names');
  for (const is of ['none', 'e6', null]) {
    press('u');
    await vi.waitFor(async () => expect(await chosen()).toBe(is));
  }
  await deck.settled();
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toBe(before);
});

test('settings that cannot be read are not written over', async () => {
  const app = await openSample(80, 24);
  await writeFile(join(root, 'loradeck.toml'), '[loradeck\n');
  await app.deck.reload();
  app.press(':', ...'vocab', 'enter');
  await app.sees(/loradeck\.toml/);
  expect(await readFile(join(root, 'loradeck.toml'), 'utf8')).toBe('[loradeck\n');
});
