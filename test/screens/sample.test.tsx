import stringWidth from 'string-width';
import { describe, expect, test, vi } from 'vitest';
import { screens } from '../../src/screens/app/screens.js';
import { openSample as open } from './support/sample-deck.js';

function expectFits(lines: readonly string[], columns: number, rows: number): void {
  expect(lines.length).toBe(rows);
  expect(lines[0]).toMatch(/^ loradeck/);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
}

/** Numbers between 0 and 1 that are the same in every run of the test. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    yield state / 4294967296;
  }
}

describe.each([
  [80, 24],
  [200, 50],
  [60, 16],
])('at %i×%i', (columns, rows) => {
  test('every screen fits, and each of its panes is closed', async () => {
    const { deck, lines } = await open(columns, rows);
    for (const screen of ['dataset', 'tags', 'checks', 'settings', 'training'] as const) {
      deck.session.setState({ screen });
      await vi.waitUntil(() => lines()[0]?.includes(`${screen[0]?.toUpperCase()}${screen.slice(1)}`));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expectFits(lines(), columns, rows);
      const tops = lines().join('').match(/╭/g)?.length;
      expect(lines().join('').match(/╯/g)?.length, screen).toBe(tops);
    }
  });

  test('300 keys at random leave it whole, and nothing wrong is said', async () => {
    const { deck, press, lines } = await open(columns, rows);
    const random = numbers(columns);
    // Starting a training, an editor and leaving have journeys of their own.
    const keys = Object.values(screens)
      .flatMap(({ bindings, modes = [] }) => [bindings, ...modes.map((mode) => mode.bindings)].flat().flatMap((binding) => binding.keys))
      .filter((key) => !['s', 'S', 'E'].includes(key));
    const all = [...keys, '1', '2', '3', '4', '5', 'u', 'U', '?', ':', 'escape', 'escape', 'enter', 'x', 'ä', '猫'];
    for (let i = 0; i < 300; i++) {
      press(all[Math.floor(random.next().value * all.length)] ?? 'j');
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      if (i % 50 === 0) expectFits(lines(), columns, rows);
    }
    await deck.settled();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expectFits(lines(), columns, rows);
    const { message } = deck.session.getState();
    expect(message?.text ?? '').not.toMatch(/undefined|is not a function|cannot read/i);
  });
});
