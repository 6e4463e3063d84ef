import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test, vi } from 'vitest';
import { current } from '../../src/core/session/visible.js';
import { datasetView } from '../../src/screens/dataset/view.js';
import { openSample, root, type OpenSample } from './support/sample-deck.js';

const name = ({ deck }: OpenSample) => current(deck.session.getState()).picture?.name;
const heading = ({ lines }: OpenSample) => lines().find((line) => line.includes('pixels')) ?? '';

describe.each([
  [80, 24],
  [200, 50],
  [60, 16],
])('at %i×%i', (columns, rows) => {
  test('an image fills the screen, goes beyond its pixels, and gives the list back', async () => {
    const app = await openSample(columns, rows);
    app.press('z');
    await app.sees(/001\.png {2}1 of 17/);
    await app.sees('832×1024');
    expect(app.lines().join('')).not.toContain('all images');
    app.press('o');
    await app.sees('100%');
    app.press('+', '+', '+', '+');
    await app.sees('400%');
    // The lower border says which part is seen.
    await vi.waitFor(() => expect(app.lines().at(-3)).toMatch(/^╰─+━+─+╯/));
    app.press('0');
    await vi.waitFor(() => expect(app.lines().at(-3)).toMatch(/^╰─+╯/));
    app.press('n', 'space');
    await app.sees(/002\.png {2}2 of 17 ✓ marked/);
    app.press('escape');
    await app.sees('all images');
    expect(name(app)).toBe('002.png');
    expect(app.deck.session.getState().marks.size).toBe(1);
    for (const line of app.lines()) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('two images are compared, with the tags that only one has', async () => {
    const app = await openSample(columns, rows);
    app.press('=');
    await app.sees(/▸ A 001\.png.* {3}B 002\.png/);
    await app.sees(/only here: chibi.*only here: walking/);
    app.press('tab');
    await app.sees(/ {3}A 001\.png.*▸ B 002\.png/);
    // The one on the other side is passed over.
    app.press('p', 'n');
    await app.sees(/▸ B 003\.jpg/);
    app.press('x');
    await app.sees(/▸ A 003\.jpg.* {3}B 001\.png/);
    app.press('space');
    await app.sees('A 003.jpg ✓');
    app.press('=');
    await app.sees('all images');
    expect(name(app)).toBe('001.png');
  });

  test('the cursor’s image stays in view whatever is done to the tiles', async () => {
    const app = await openSample(columns, rows);
    app.press('G');
    // Its tile has the thick border; in the list its line says more than the title beside it.
    const seen = /┗━kettle|kettle_05\.jpg +960×768/;
    await app.sees(seen);
    for (const keys of [['+'], ['+'], ['+'], ['-'], ['-'], ['-'], ['-'], ['g'], ['s', 'j', 'enter'], ['S'], ['g'], ['S']]) {
      app.press(...keys);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await app.sees(seen);
      expect(name(app)).toBe('kettle_05.jpg');
    }
  });
});

test('two that are marked are compared, wherever the cursor is', async () => {
  const app = await openSample(200, 50);
  app.press('l', 'l', 'space', 'l', 'space', 'home', '=');
  await app.sees(/▸ A 003\.jpg.* {3}B 005\.png/);
  app.press('escape', 'space', '=');
  // With three marked, the cursor's and the next.
  await app.sees(/▸ A 002\.png.* {3}B 003\.jpg/);
});

test('the one on the other side is passed over', async () => {
  const app = await openSample(200, 50);
  app.press('space', 'l', 'space', '=');
  await app.sees(/▸ A 001\.png.* {3}B 003\.jpg/);
  app.press('n', 'n');
  await app.sees(/▸ A 004\.jpg.* {3}B 003\.jpg/);
  app.press('p');
  await app.sees(/▸ A 002\.png.* {3}B 003\.jpg/);
});

test('both show the same part, and it is the same part after the side was changed', async () => {
  const app = await openSample(200, 50);
  app.press('=', '+', '+', '+', 'H', 'J');
  const percents = () => [...app.lines().join('\n').matchAll(/(\d+)% · (\d+)×/g)].map((match) => Number(match[1]));
  await app.sees(/x 0–\d+, y .*x 0–\d+, y/);
  const before = percents();
  expect(before.length).toBe(2);
  const parts = () => app.lines().find((line) => line.includes('y '))?.replace(/\s+/g, ' ');
  const seen = parts();
  app.press('tab', 'tab');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(parts()).toBe(seen);
});

test('columns are chosen, moved and sorted by', async () => {
  const app = await openSample(200, 50);
  app.press('c');
  await app.sees('columns of the list');
  // From mark down to the format; off with it, then the pixels one to the left.
  app.press('j', 'j', 'j', 'j', 'space');
  expect(app.deck.preferences.getState().columns).toEqual(['mark', 'finding', 'name', 'pixels', 'tags', 'caption']);
  app.press('k', 'h', 's');
  expect(app.deck.preferences.getState()).toMatchObject({ mode: 'list', columns: ['mark', 'finding', 'pixels', 'name', 'tags', 'caption'], sort: { by: 'pixels', descending: false } });
  app.press('escape');
  await app.sees('by pixels ↑');
  expect(heading(app)).toMatch(/pixels↑ name +tags caption/);
  // The cursor kept its image, though it stands elsewhere now.
  expect(name(app)).toBe('001.png');
  app.press('S');
  await app.sees('pixels↓');
  app.press('home');
  expect(name(app)).toBe('004.jpg');
  app.press('s', 'enter');
  await vi.waitFor(() => expect(heading(app)).toMatch(/pixels name/));
  expect(name(app)).toBe('004.jpg');
  app.press('home');
  expect(name(app)).toBe('001.png');
});

test('the last column cannot be taken away', async () => {
  const app = await openSample(80, 24);
  app.deck.preferences.setState({ columns: ['name'] });
  app.press('c', 'space');
  await app.sees('One column stays');
  expect(app.deck.preferences.getState().columns).toEqual(['name']);
});

test('wherever the list was scrolled to, the cursor is in view', async () => {
  const app = await openSample(80, 16);
  app.press('g');
  app.deck.view(datasetView).setState({ first: 0 });
  app.deck.session.setState({ cursor: current(app.deck.session.getState()).pictures.at(-1)?.id ?? 0 });
  await app.sees(/kettle_05\.jpg +960×768/);
});

test('another order leaves the line under the cursor where it is', async () => {
  const app = await openSample(80, 16);
  app.press('g', 'G', 'k', 'k', 'k', 'k', 'k', 'k');
  const before = app.deck.view(datasetView).getState().first;
  const place = () => app.lines().findIndex((line) => line.includes('011.jpg   '));
  await vi.waitFor(() => expect(place()).toBeGreaterThan(0));
  const row = place();
  app.press('s', 'j', 'enter', 'S');
  await app.sees('by name ↓');
  await vi.waitFor(() => expect(place()).toBe(row));
  expect(app.deck.view(datasetView).getState().first).not.toBe(before);
  expect(name(app)).toBe('011.jpg');
});

describe('the caption in the editor', () => {
  const caption = () => readFile(join(root, '4_pipnix/001.txt'), 'utf8');
  const editor = (script: string) => vi.stubEnv('VISUAL', `sh -c '${script}' editor`);

  test('becomes a change that can be taken back', async () => {
    const app = await openSample(120, 36);
    const before = await caption();
    editor('printf "%s, by hand\\n" "$(cat "$1")" > "$1"');
    app.press('E');
    await app.sees('edited the caption of 001.png');
    expect(await caption()).toBe(`${before.trimEnd()}, by hand${before.endsWith('\n') ? '\n' : ''}`);
    await app.sees('by hand');
    app.press('u');
    await app.sees('took back: edited the caption');
    expect(await caption()).toBe(before);
  });

  test('gets no line end that it did not have', async () => {
    await writeFile(join(root, '4_pipnix/001.txt'), 'pipnix, solo');
    const app = await openSample(120, 36);
    editor('printf "pipnix, by hand\\n" > "$1"');
    app.press('E');
    await app.sees('edited the caption of 001.png');
    expect(await caption()).toBe('pipnix, by hand');
  });

  test('changes nothing when nothing was changed, or when the editor fails', async () => {
    const app = await openSample(120, 36);
    const before = await caption();
    editor('true');
    app.press('E');
    await app.sees('Nothing changes');
    editor('exit 3');
    app.press('E');
    await app.sees(/ended with code 3/);
    vi.stubEnv('VISUAL', 'no-such-editor-at-all');
    app.press('E');
    await app.sees(/was not found/);
    expect(await caption()).toBe(before);
    expect(app.deck.session.getState().undo).toBe(null);
  });

  test('is kept in its file when it cannot be taken', async () => {
    const app = await openSample(120, 36);
    // Somebody else writes the caption meanwhile.
    editor(`printf mine > "$1"; printf theirs > "${join(root, '4_pipnix/001.txt')}"`);
    app.press('E');
    await app.sees('Kept in /');
    expect(await caption()).toBe('theirs');
    const file = /in (\/\S+\.txt):/.exec(app.deck.session.getState().message?.text ?? '')?.[1] ?? '';
    expect(await readFile(file, 'utf8')).toBe('mine');
    await rm(join(file, '..'), { recursive: true });
  });

  test('is not opened where it could not be written', async () => {
    const app = await openSample(120, 36);
    await writeFile(join(root, '4_pipnix/001.txt'), Buffer.from([0x70, 0x83, 0xff]));
    await app.deck.reload();
    editor('printf mine > "$1"');
    app.press('E');
    await app.sees(/001\.png: .*UTF-8/);
  });
});
