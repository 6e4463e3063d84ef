import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { appActions } from '../../src/screens/app/actions.js';
import { appBindings } from '../../src/screens/app/keys.js';
import { screens } from '../../src/screens/app/screens.js';
import { keysPage } from '../../src/screens/help/keys-page.js';

const parts = [{ title: 'Every screen', bindings: appBindings }, ...Object.values(screens).flatMap((screen) => [screen, ...(screen.modes ?? [])])];

test('docs/keys.md is what the bindings say', async () => {
  const page = keysPage(parts);
  if (process.env['LORADECK_WRITE_DOCS']) await writeFile('docs/keys.md', page);
  expect(await readFile('docs/keys.md', 'utf8'), 'npm run keys writes it').toBe(page);
});

test('every binding has its action, and every action a binding', () => {
  const shown = new Set(['app.help', 'app.palette']);
  expect(appBindings.map(({ action }) => action).filter((action) => !shown.has(action)).sort()).toEqual(Object.keys(appActions).sort());
  for (const { bindings, actions } of Object.values(screens)) {
    expect(bindings.map(({ action }) => action).sort()).toEqual(Object.keys(actions).sort());
  }
});

test('no key means two things on one screen', () => {
  for (const { title, bindings } of parts) {
    const keys = bindings.flatMap((binding) => binding.keys);
    expect(new Set(keys).size, title).toBe(keys.length);
  }
});

test('the keys that mean the same everywhere are not taken by a screen', () => {
  const everywhere = ['?', ':', 'q', 'u', 'U', '1', '2', '3', '4', '5'];
  for (const { bindings } of Object.values(screens)) {
    expect(bindings.flatMap((binding) => binding.keys).filter((key) => everywhere.includes(key))).toEqual([]);
  }
});
