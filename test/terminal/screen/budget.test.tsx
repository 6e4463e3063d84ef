import { expect, test } from 'vitest';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import type { Scrolling } from '../../../src/terminal/screen/scroll.js';
import { madeUpPixels } from '../support/picture.js';
import { settle, start, type Side } from '../support/sides.js';

/** The layout that the budget is for: 200×50, a list of 10,000 rows, a picture of 60×30 cells. */
async function open({ plain = false, scrolling = 'none' as Scrolling, picture = true }): Promise<{ side: Side; costs: (key: string) => Promise<number> }> {
  const layer = createImageLayer();
  if (picture) layer.set(1, blocks(madeUpPixels(60, 60, 1), 'truecolor', 'a'));
  const side = start({ columns: 200, rows: 50 }, layer, { count: 10_000, hole: { width: 60, height: 30 }, plain }, { scrolling });
  await settle(side);
  const costs = async (key: string): Promise<number> => {
    const before = side.terminal.bytes;
    side.keyboard.write(key);
    await settle(side);
    return side.terminal.bytes - before;
  };
  return { side, costs };
}

/** The most that 30 moves and 30 scrolls take. */
async function movesAndScrolls({ side, costs }: Awaited<ReturnType<typeof open>>): Promise<{ move: number; scroll: number }> {
  const moves: number[] = [];
  for (let i = 0; i < 30; i++) moves.push(await costs('j'));
  while (!/at 60/.test(side.terminal.row(0))) await costs('j');
  const scrolls: number[] = [];
  for (let i = 0; i < 30; i++) scrolls.push(await costs('j'));
  expect(Math.min(...moves, ...scrolls)).toBeGreaterThan(0);
  return { move: Math.max(...moves), scroll: Math.max(...scrolls) };
}

test('in a list of names a move costs at most 250 bytes and a scroll of 46 rows 1,000, whatever the terminal can move', async () => {
  for (const scrolling of ['none', 'rows', 'columns'] as const) {
    const opened = await open({ plain: true, scrolling });
    const { move, scroll } = await movesAndScrolls(opened);
    console.log(`bytes in a plain list, the terminal moves ${scrolling}: move ${move}, scroll ${scroll}`);
    expect(move).toBeLessThanOrEqual(250);
    expect(scroll).toBeLessThanOrEqual(1000);
    opened.side.app.unmount();
  }
});

test.each([
  ['none', true, 3000],
  ['rows', false, 1500],
  ['columns', true, 600],
] as const)('rows full of text and styles, where the terminal can move %s (a picture beside them: %s), cost at most %d bytes a scroll', async (scrolling, picture, most) => {
  const opened = await open({ scrolling, picture });
  const { move, scroll } = await movesAndScrolls(opened);
  console.log(`bytes in a rich list, the terminal moves ${scrolling}: move ${move}, scroll ${scroll}`);
  expect(move).toBeLessThanOrEqual(600);
  expect(scroll).toBeLessThanOrEqual(most);
  opened.side.app.unmount();
});

test('a covered and uncovered picture costs only its covered cells, and a key that changes nothing costs nothing', async () => {
  const { side, costs } = await open({});
  const cover = await costs('d');
  const uncover = await costs('d');
  console.log(`bytes: dialog over the picture ${cover}, away ${uncover}`);
  expect(cover).toBeLessThanOrEqual(2500);
  expect(uncover).toBeLessThanOrEqual(30 * 7 * 50);
  expect(await costs('?')).toBe(0);
  side.app.unmount();
});
