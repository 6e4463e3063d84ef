import { expect, test } from 'vitest';
import { settle, start, type Side } from '../support/sides.js';
import { blocks } from '../../../src/terminal/images/blocks.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import { madeUpPixels } from '../support/picture.js';

/** The layout that the budget is for: 200×50, a list of 10,000 rows, a picture of 60×30 cells. */
async function open(): Promise<{ side: Side; costs: (key: string) => Promise<number> }> {
  const layer = createImageLayer();
  layer.set(1, blocks(madeUpPixels(60, 60, 1), 'truecolor', 'a'));
  const side = start({ columns: 200, rows: 50 }, layer, { count: 10_000, hole: { width: 60, height: 30 } });
  await settle(side);
  const costs = async (key: string): Promise<number> => {
    const before = side.terminal.bytes;
    side.keyboard.write(key);
    await settle(side);
    return side.terminal.bytes - before;
  };
  return { side, costs };
}

test('a move costs at most 600 bytes, a scrolled list 3 KB, a covered and uncovered picture only its covered cells', async () => {
  const { side, costs } = await open();
  const moves: number[] = [];
  for (let i = 0; i < 30; i++) moves.push(await costs('j'));
  while (!/at 60/.test(side.terminal.row(0))) await costs('j');
  const scrolls: number[] = [];
  for (let i = 0; i < 30; i++) scrolls.push(await costs('j'));
  const cover = await costs('d');
  const uncover = await costs('d');
  console.log(`bytes: move ${Math.max(...moves)}, scroll ${Math.max(...scrolls)}, dialog over the picture ${cover}, away ${uncover}`);
  expect(Math.min(...moves)).toBeGreaterThan(0);
  expect(Math.max(...moves)).toBeLessThanOrEqual(600);
  expect(Math.max(...scrolls)).toBeLessThanOrEqual(3000);
  expect(cover).toBeLessThanOrEqual(2500);
  expect(uncover).toBeLessThanOrEqual(30 * 7 * 50);
  expect(await costs('?')).toBe(0);
  side.app.unmount();
});
