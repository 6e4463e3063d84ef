import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test, vi } from 'vitest';
import { bodyRows } from '../../src/screens/parts/body.js';
import { settingsActions } from '../../src/screens/settings/actions.js';
import { settingsBindings } from '../../src/screens/settings/keys.js';
import { settingsView } from '../../src/screens/settings/view.js';
import { cursor, file, line, opened, ownSettings, press, root, row, say, shown, values } from './support/settings-deck.js';

test('every key has an action and every action a key', () => {
  expect(settingsBindings.map(({ action }) => action).sort()).toEqual(Object.keys(settingsActions).sort());
  const keys = settingsBindings.flatMap((binding) => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('values stand with where they came from, and own ones with what the recipe has', async () => {
  const deck = await opened(ownSettings, 200, 50);
  expect(row(deck, 'epochs')).toMatch(/30\s+you · was 25/);
  expect(row(deck, 'rank (dim)')).toMatch(/32\s+guide/);
  expect(row(deck, 'seed')).toMatch(/seed\s+–\s+trainer's default/);
  expect(row(deck, 'optimizer')).toMatch(/Prodigy\s+guide/);
  expect(row(deck, 'base model')).toMatch(/model.safetensors\s+you\s+│/);
});

test('an own optimizer stands with that of the recipe, and its rate follows it', async () => {
  const deck = await opened(`optimizer_type = "AdamW"\n`, 200, 50);
  expect(row(deck, 'optimizer')).toMatch(/AdamW\s+you · was Prodigy/);
  expect(row(deck, 'learning rate')).toMatch(/0\.0001\s+recipe/);
});

test('what will happen follows from the settings', async () => {
  const deck = await opened(ownSettings, 200, 50);
  expect(line(deck, '4_pipnix')).toMatch(/ 3 × 4 · 120 passes/);
  expect(line(deck, 'steps/epoch')).toMatch(/ 24\D/);
  expect(line(deck, '→ 720 steps')).toMatch(/epochs\s+30/);
  expect(line(deck, 'alpha factor')).toMatch(/ 1 alpha ÷ rank/);
});

test.each([
  [80, 24],
  [200, 50],
  [110, 30],
  [64, 16],
  [40, 12],
])('at %i×%i nothing is wider or higher than the screen, wherever the cursor stands', async (columns, rows) => {
  const deck = await opened(`${ownSettings.replace('[loradeck]', `optimizer_args = [${Array.from({ length: 30 }, (_, i) => `"argument${i}=値段"`).join(', ')}]\n\n[loradeck]`)}`, columns, rows);
  for (let i = 0; i < 60; i++) {
    const lines = shown(deck);
    expect(lines.length).toBeLessThanOrEqual(bodyRows(rows));
    for (const one of lines) expect(stringWidth(one), one).toBeLessThanOrEqual(columns);
    await press(deck, 'j');
  }
});

test('at 80×24 the help of the setting under the cursor is in sight, and so is the setting', async () => {
  const deck = await opened(ownSettings);
  for (let i = 0; i < 60; i++) {
    const key = cursor(deck);
    const text = shown(deck).join('\n');
    if (key === 'network_alpha') {
      expect(text).toContain('Alpha divided by the rank multiplies what is learned.');
      expect(text).toMatch(/✗|▲ alpha\s+32/);
      expect(text).toContain("trainer's default 1 · S18 Q06");
    }
    await press(deck, 'j');
  }
  expect(cursor(deck)).toBe('netwerk_dim');
});

test('→ goes to the next value and writes it; the rest of the file stays as it is', async () => {
  const deck = await opened(ownSettings);
  await press(deck, '/', ...'epochs', 'enter');
  expect(cursor(deck)).toBe('max_train_epochs');
  await press(deck, 'right');
  expect(await file()).toBe(ownSettings.replace('max_train_epochs = 30', 'max_train_epochs = 40'));
  expect(row(deck, 'epochs')).toMatch(/40\s+you/);
  await deck.undo();
  expect(await file()).toBe(ownSettings);
  expect(row(deck, 'epochs')).toMatch(/30\s+you/);
});

test('finding a setting and changing it takes six keys', async () => {
  const deck = await opened(ownSettings);
  const keys = ['/', 'r', 'a', 'n', 'enter', 'right'];
  expect(keys.length).toBeLessThanOrEqual(6);
  await press(deck, ...keys);
  await deck.settled();
  expect((await values())['network_dim']).toBe(48);
});

test('keys that come faster than the disk lose no step', async () => {
  const deck = await opened(ownSettings);
  await press(deck, '/', ...'epochs', 'enter');
  const before = (await values())['max_train_epochs'];
  expect(before).toBe(30);
  const all = Array.from({ length: 4 }, () => press(deck, 'right'));
  expect(deck.session.getState().settings?.values['max_train_epochs']).toBe(100);
  expect(row(deck, 'epochs')).toMatch(/100\s+you/);
  await Promise.all(all);
  expect((await values())['max_train_epochs']).toBe(100);
  // Keys also come between one write and the next.
  const waits = [press(deck, 'left'), press(deck, 'left')];
  await waits[0];
  waits.push(press(deck, 'left'));
  await Promise.all(waits);
  expect((await values())['max_train_epochs']).toBe(40);
  expect(deck.view(settingsView).getState().ahead).toBeNull();
  for (let i = 0; i < 7; i++) await deck.undo();
  expect(await file()).toBe(ownSettings);
});

test('x goes back to what the recipe gives', async () => {
  const deck = await opened(ownSettings);
  await press(deck, '/', ...'epochs', 'enter');
  await press(deck, 'x');
  expect(await file()).not.toContain('max_train_epochs');
  expect(row(deck, 'epochs')).toMatch(/25\s+guide/);
  await press(deck, 'x');
  expect(say(deck)).toContain('not set in the file');
});

test('enter asks for a value, says what is wrong with it, and completes a choice', async () => {
  const deck = await opened(ownSettings);
  await press(deck, '/', ...'epochs', 'enter', 'enter', ...'many');
  expect(line(deck, 'whole number')).toContain('epochs is a whole number.');
  await press(deck, 'enter');
  expect(deck.overlays.getState().stack).toHaveLength(1);
  await press(deck, 'ctrl-u', ...'12', 'enter');
  await vi.waitFor(async () => expect((await values())['max_train_epochs']).toBe(12));
  await press(deck, '/', ...'optimizer', 'enter', 'enter', ...'dad', 'enter');
  await vi.waitFor(async () => expect((await values())['optimizer_type']).toBe('DAdaptAdam'));
});

test('an argument without a row can be found and set; then it has one', async () => {
  const deck = await opened(ownSettings, 200, 50);
  await press(deck, '/', ...'loss_type', 'enter');
  await vi.waitFor(() => expect(deck.overlays.getState().stack).toHaveLength(1));
  await press(deck, ...'huber', 'enter');
  await vi.waitFor(async () => expect((await values())['loss_type']).toBe('huber'));
  await deck.settled();
  await press(deck, '/', ...'loss_type', 'enter');
  expect(cursor(deck)).toBe('loss_type');
  expect(row(deck, 'loss_type')).toMatch(/huber\s+you/);
});

test('a finding stands under its setting, and f shows its fix and applies it', async () => {
  const deck = await opened(ownSettings, 200, 50);
  await press(deck, '/', ...'alpha', 'enter');
  expect(line(deck, 'With Prodigy alpha is 1, and it is 32.')).toContain('(S18)');
  await press(deck, 'f');
  expect(shown(deck).join('\n')).toContain('network_alpha = 1');
  expect(await file()).toBe(ownSettings);
  await press(deck, 'enter');
  await vi.waitFor(async () => expect(await file()).toBe(ownSettings.replace('network_alpha = 32', 'network_alpha = 1.0')));
  await vi.waitFor(() => expect(shown(deck).join('\n')).not.toContain('With Prodigy alpha is 1'), { timeout: 10_000 });
});

test('a misspelt key has a row of its own and is renamed by its fix', async () => {
  const deck = await opened(ownSettings);
  await press(deck, 'G');
  expect(cursor(deck)).toBe('netwerk_dim');
  expect(row(deck, 'netwerk_dim')).toMatch(/16\s+does nothing/);
  expect(shown(deck).join('\n')).toContain('did you mean network_dim?');
  await press(deck, 'f');
  await press(deck, 'enter');
  await vi.waitFor(async () => expect((await values())['network_dim']).toBe(16));
  expect(await file()).not.toContain('netwerk_dim');
});

test('a mistake in our own table has a row too', async () => {
  const deck = await opened('[loradeck]\nrecipe = "best"\nstile = "booru"\n', 200, 50);
  await press(deck, 'G');
  expect(shown(deck).join('\n')).toContain('loradeck.stile is not known');
  expect(shown(deck).join('\n')).toContain('There is no recipe “best”');
});

test('the list stands still while the cursor moves inside it', async () => {
  const deck = await opened(ownSettings);
  const list = () => shown(deck).slice(0, 14).map((one) => one.slice(18));
  await press(deck, ...Array.from({ length: 20 }, () => 'j'));
  const before = list().slice(1);
  await press(deck, 'k');
  expect(list().slice(1)).toEqual(before);
  await press(deck, 'tab');
  expect(list()[1]).toContain('─ network ─');
});

test('F fixes all errors and warnings in one change, and u takes all of it back', async () => {
  const deck = await opened(ownSettings.replace('train_data_dir = "."', 'train_data_dir = "4_pipnix"'));
  await press(deck, 'F');
  await press(deck, 'enter');
  await vi.waitFor(async () => expect(await values()).toMatchObject({ train_data_dir: '.', network_alpha: 1, network_dim: 16 }));
  await deck.settled();
  await deck.undo();
  expect(await file()).toContain('train_data_dir = "4_pipnix"');
  expect((await values())['network_alpha']).toBe(32);
});

test('v shows only what the file sets', async () => {
  const deck = await opened(ownSettings, 200, 50);
  await press(deck, 'v');
  const text = shown(deck).join('\n');
  expect(text).toContain('output name');
  expect(text).not.toMatch(/rank \(dim\)/);
  await press(deck, '/', ...'seed', 'enter');
  expect(row(deck, 'seed')).toContain("trainer's default");
});

test('sections follow the cursor and carry the sign of their gravest finding', async () => {
  const deck = await opened(ownSettings.replace('output_name = "fox"', 'output_name = "a/b"'));
  const text = shown(deck).map((one) => one.slice(0, 16));
  expect(text.find((one) => one.includes('folders'))).toContain('✗');
  expect(text.find((one) => one.includes('network'))).toContain('▲');
  expect(text.find((one) => one.includes('saving'))).toContain('✓');
  await press(deck, 'tab');
  expect(cursor(deck)).toBe('train_data_dir');
  await press(deck, '[', '[');
  expect(cursor(deck)).toBe('netwerk_dim');
});

test('e explains the rules of the setting', async () => {
  const deck = await opened(ownSettings);
  await press(deck, '/', ...'alpha', 'enter', 'e');
  expect(shown(deck).join('\n')).toMatch(/1 S18 .*\n.*2 Q06/);
  await press(deck, '1');
  expect(line(deck, 'S18')).toBeTruthy();
  expect(shown(deck).join('\n')).toContain('source:');
});

test('a file with a mistake says where, shows the line, and refuses edits', async () => {
  const broken = `${ownSettings}\nnetwork_dim = = 3\n`;
  const deck = await opened(broken);
  const text = shown(deck).join('\n');
  expect(text).toMatch(/line 13, column \d+/);
  expect(text).toMatch(/▸\s+13 │ network_dim = = 3/);
  expect(text).toContain('Mend it in an editor, then ctrl-l');
  for (const key of ['right', 'x', 'enter', 'f', 'F', 'e', '/', 'r', 'v', 'j', 'tab', 'n', 'v']) await press(deck, key);
  expect(deck.overlays.getState().stack).toHaveLength(0);
  expect(say(deck)).toContain('line 13');
  expect(await file()).toBe(broken);
  await writeFile(join(root, 'loradeck.toml'), ownSettings);
  await deck.reload();
  expect(row(deck, 'base model')).toContain('model.safetensors');
});

test('without a file everything is the recipe’s, and the first change makes the file', async () => {
  const deck = await opened(null, 200, 50);
  expect(shown(deck).join('\n')).toContain('no loradeck.toml yet');
  await press(deck, '/', ...'rank', 'enter', 'right');
  await deck.settled();
  expect((await values())['network_dim']).toBe(48);
  await deck.undo();
  await expect(file()).rejects.toThrow('ENOENT');
});

test('a recipe can be chosen', async () => {
  const deck = await opened(ownSettings);
  await press(deck, 'r', 'j', 'j', 'enter', 'enter');
  await vi.waitFor(async () => expect(await file()).toMatch(/recipe = "several-dadaptadam-locon"/));
});
