import { expect, test, vi } from 'vitest';
import { current } from '../../src/core/session/visible.js';
import { MouseAreas, type MouseHandlers } from '../../src/screens/deck/mouse-areas.js';
import { choose } from '../../src/screens/parts/choose.js';
import { ask } from '../../src/screens/parts/prompt.js';
import { checksView } from '../../src/screens/checks/view.js';
import { settingsView } from '../../src/screens/settings/view.js';
import { tagsView } from '../../src/screens/tags/view.js';
import type { Mouse } from '../../src/terminal/input/pieces.js';
import { openSample, type OpenSample } from './support/sample-deck.js';

const event = (x: number, y: number, more: Partial<Mouse> = {}): Mouse => ({ action: 'press', button: 0, x, y, shift: false, alt: false, ctrl: false, ...more });

test('the smallest area under the mouse that wants the event gets it, in its own cells', () => {
  const areas = new MouseAreas();
  const got: string[] = [];
  const area = (name: string, layer: number, x: number, y: number, width: number, height: number, wants: 'click' | 'wheel' | 'both') => {
    const say = (what: string) => void got.push(`${name} ${what}`);
    const handlers: MouseHandlers = {
      click: wants === 'wheel' ? undefined : (cell) => say(`click ${cell.x},${cell.y}`),
      wheel: wants === 'click' ? undefined : (by) => say(`wheel ${by}`),
    };
    return areas.add({ layer, box: () => ({ x, y, width, height }), handlers: () => handlers });
  };
  area('pane', 0, 10, 5, 20, 10, 'both');
  const takeOut = area('row', 0, 11, 6, 18, 1, 'click');
  area('foot', Infinity, 0, 20, 40, 2, 'click');

  areas.take(event(11, 6), 0);
  areas.take(event(11, 6, { action: 'wheel-down' }), 0);
  areas.take(event(29, 14), 0);
  areas.take(event(30, 14), 0);
  areas.take(event(10, 4), 0);
  expect(got.splice(0)).toEqual(['row click 0,0', 'pane wheel 1', 'pane click 19,9']);

  // Other buttons, a release and a move are none of ours; below a dialog nothing is reached but what it does not cover.
  areas.take(event(11, 6, { button: 2 }), 0);
  areas.take(event(11, 6, { action: 'release' }), 0);
  areas.take(event(11, 6, { action: 'move' }), 0);
  areas.take(event(11, 6), 1);
  areas.take(event(3, 21), 1);
  expect(got.splice(0)).toEqual(['foot click 3,1']);

  takeOut();
  areas.take(event(11, 6), 0);
  expect(got).toEqual(['pane click 1,1']);
});

/** The cell of the first place where the text stands, from a column and a row on. */
function cellOf(app: OpenSample, text: string, from = 0, top = 0): { x: number; y: number } {
  // A character of a hole is two code units and one cell.
  const lines = app.lines().map((line) => line.replace(/[\u{100000}-\u{10ffff}]/gu, '#'));
  const y = lines.findIndex((line, row) => row >= top && line.indexOf(text, from) >= 0);
  if (y < 0) throw new Error(`“${text}” is not on the screen:\n${lines.join('\n')}`);
  return { x: (lines[y] ?? '').indexOf(text, from), y };
}

function click(app: OpenSample, text: string, from = 0): void {
  const { x, y } = cellOf(app, text, from);
  app.mouse(x, y);
}

const seen = (app: OpenSample, text: string) => vi.waitUntil(() => app.lines().join('\n').includes(text), { timeout: 5000 });

/** Waits until the screen has not changed for a while. */
async function still(app: OpenSample): Promise<void> {
  for (let before = '', since = Date.now(); Date.now() - since < 150; await new Promise((resolve) => setTimeout(resolve, 15))) {
    const now = app.lines().join('\n');
    if (now !== before) since = Date.now();
    before = now;
  }
}

test.each([
  [80, 24],
  [200, 50],
])('clicks select on every screen at %i×%i, and a second one does what enter does', async (columns, rows) => {
  const app = await openSample(columns, rows);
  const { deck } = app;
  const session = () => deck.session.getState();
  await seen(app, '005');

  // Dataset: a tile, then the list, then a second click.
  click(app, '005');
  expect(current(session()).picture?.stem).toBe('005');
  app.press('g');
  await seen(app, '004.');
  click(app, '004.');
  expect(current(session()).picture?.stem).toBe('004');
  await new Promise((resolve) => setTimeout(resolve, 50));
  // Its name stands over the details too.
  app.mouse(5, cellOf(app, '004.', 0, 3).y);
  expect(session().screen).toBe('tags');
  await seen(app, 'of the set');

  // Tags: a tag of the image, then one of the set.
  click(app, '3 furry');
  expect(current(session()).picture?.tags[deck.view(tagsView).getState().at]).toBe('furry');
  const set = cellOf(app, 'of the set');
  app.mouse(set.x, set.y + 2);
  expect(deck.view(tagsView).getState()).toMatchObject({ focus: 'set', setAt: 1 });

  // A tab of the header, a finding, an image of it.
  click(app, 'Checks');
  expect(session().screen).toBe('checks');
  await seen(app, 'D07');
  click(app, 'D07');
  expect(deck.view(checksView).getState()).toMatchObject({ at: 4, focus: 'findings' });
  app.mouse(5, cellOf(app, 'D07').y, 'wheel-up');
  expect(deck.view(checksView).getState().at).toBe(3);

  click(app, '4 S');
  expect(session().screen).toBe('settings');
  await seen(app, 'network');
  click(app, 'network');
  expect(deck.view(settingsView).getState().cursor).toBe('lora_type');
  await still(app);
  const rank = cellOf(app, 'rank (dim)');
  app.mouse(rank.x, rank.y);
  expect(deck.view(settingsView).getState().cursor).toBe('network_dim');
  await still(app);
  app.mouse(rank.x, rank.y);
  await seen(app, 'rank (dim) is');

  // Below a dialog nothing is reached; its key line is.
  app.mouse(1, 3);
  click(app, 'Dataset');
  expect(session().screen).toBe('settings');
  expect(deck.overlays.getState().stack.length).toBe(1);
  app.mouse(app.lines().at(-1)?.indexOf('esc') ?? 0, rows - 1);
  expect(deck.overlays.getState().stack.length).toBe(0);
});

test('in dialogs a click chooses and a second one takes; the wheel walks', async () => {
  const app = await openSample(80, 24);
  const { deck } = app;
  const taken: string[] = [];
  const choices = ['apple', 'pear', 'plum'].map((label) => ({ label, about: `a ${label}`, run: () => void taken.push(label) }));
  choose(deck, 'fruit', choices, ['Which of them?']);
  await seen(app, 'pear');
  click(app, 'pear');
  await seen(app, 'a pear');
  app.mouse(20, cellOf(app, '2 pear').y, 'wheel-down');
  await seen(app, 'a plum');
  expect(taken).toEqual([]);
  click(app, 'plum');
  expect(taken).toEqual(['plum']);

  ask(deck, { title: 'word', suggest: () => Array.from({ length: 12 }, (_, at) => ({ text: `word ${at + 1}` })), submit: (text) => void taken.push(text) });
  await seen(app, 'word 3');
  // The list follows the cursor past what is seen at first.
  for (let i = 0; i < 12; i++) app.press('down');
  await seen(app, 'word 12');
  click(app, 'word 11');
  await new Promise((resolve) => setTimeout(resolve, 50));
  click(app, 'word 11');
  expect(taken).toEqual(['plum', 'word 11']);
});

test('the words of the key line are keys', async () => {
  const app = await openSample(80, 24);
  await seen(app, 'space mark');
  click(app, 'space mark');
  expect(app.deck.session.getState().marks.size).toBe(1);
  click(app, '? keys');
  await seen(app, 'keys of Dataset');
});
