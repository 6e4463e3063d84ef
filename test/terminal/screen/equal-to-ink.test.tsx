import { describe, expect, test } from 'vitest';
import { differences, settle, start } from '../support/sides.js';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { createImageLayer, type ImageLayer } from '../../../src/terminal/images/layer.js';
import { madeUpPixels } from '../support/picture.js';

const frames = 520;
const hole = { width: 30, height: 12 };
const props = { count: 300, hole, small: true };

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function changePictures(layer: ImageLayer, number: number, gone: boolean): void {
  if (gone) layer.delete(1);
  else layer.set(1, blocks(madeUpPixels(hole.width, hole.height * 2 - (number % 3), number), 'truecolor', String(number)));
  layer.set(700, blocks(madeUpPixels(9, 8, number + 9), 'truecolor', `small ${number}`));
}

test(`the screen shows cell by cell what Ink itself would show, over ${frames} frames`, { timeout: 300_000 }, async () => {
  const layer = createImageLayer();
  const roll = dice(7);
  const ours = start({ columns: 90, rows: 26 }, layer, props);
  const inks = start({ columns: 90, rows: 26 }, null, props);
  const mix: Record<string, number> = {};
  let changed = 0;
  const sizes = [[90, 26], [80, 24], [120, 40], [100, 20], [70, 30], [140, 45]] as const;
  const keys = ['j', 'k', 'J', 'K', '\u001b[B', 'd', 'h', 'i', 'x', '\u001b', '\r', 'jjj', 'wé東'];
  for (let frame = 0; frame < frames; frame++) {
    const event = roll(20);
    const before = ours.terminal.bytes;
    let what: string;
    if (event === 0) {
      const [columns, rows] = sizes[roll(sizes.length)] ?? [90, 26];
      what = 'resize';
      for (const side of [ours, inks]) side.terminal.resize(columns, rows);
    } else if (event <= 2) {
      what = 'picture';
      changePictures(layer, frame, roll(6) === 0);
    } else {
      const key = keys[roll(keys.length)] ?? 'j';
      what = key === 'd' ? 'd (dialog)' : key === 'h' ? 'h (picture)' : key === 'i' ? 'i (text field)' : key.length === 3 && key !== '\u001b[B' ? 'several keys' : 'other key';
      for (const side of [ours, inks]) side.keyboard.write(key);
      if (key === '\u001b') await new Promise((resolve) => setTimeout(resolve, 40));
    }
    mix[what] = (mix[what] ?? 0) + 1;
    await settle(ours, inks);
    if (ours.terminal.bytes > before) changed++;
    const found = differences(ours.terminal, inks.terminal, layer);
    if (found.length > 0) {
      const screens = `${ours.terminal.screen()}\n---\n${inks.terminal.screen()}`;
      expect.fail(`frame ${frame} after ${what}: ${found.length} cells differ\n${found.slice(0, 20).join('\n')}\n${screens}`);
    }
  }
  const sum = `bytes sent: ours ${ours.terminal.bytes}, Ink ${inks.terminal.bytes}`;
  console.log(`${frames} events, all equal; ${changed} of them changed the screen: ${JSON.stringify(mix)}; ${sum}`);
  expect(changed).toBeGreaterThan(frames / 2);
  for (const side of [ours, inks]) side.app.unmount();
});

describe('the comparison above can fail', () => {
  test.each([
    ['a character', '\u001b[5;5H#'],
    ['a colour', '\u001b[6;6H\u001b[32;1H\u001b[6;6H\u001b[38;5;200m0\u001b[m'],
    ['a background', '\u001b[8;40H\u001b[41m \u001b[m'],
    ['a cell of the picture', '\u001b[5;62H\u001b[38;2;1;2;3m▀\u001b[m'],
    ['boldness', '\u001b[1;12H\u001b[1m3\u001b[m'],
  ])('one cell with %s changed is found', async (_what, corruption) => {
    const layer = createImageLayer();
    changePictures(layer, 1, false);
    const ours = start({ columns: 90, rows: 26 }, layer, props);
    const inks = start({ columns: 90, rows: 26 }, null, props);
    await settle(ours, inks);
    expect(differences(ours.terminal, inks.terminal, layer)).toEqual([]);
    ours.terminal.emulator.write(corruption);
    await ours.terminal.settled();
    expect(differences(ours.terminal, inks.terminal, layer)).toHaveLength(1);
    for (const side of [ours, inks]) side.app.unmount();
  });
});
