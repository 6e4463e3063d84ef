import { expect, test } from 'vitest';
import { inParallel } from '../../src/core/in-parallel.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('gives the results in the order of the items, never more at a time than the limit', async () => {
  let now = 0;
  let most = 0;
  const doubled = await inParallel([5, 1, 4, 2, 3], 2, async (turns) => {
    most = Math.max(most, ++now);
    for (let i = 0; i < turns; i++) await turn();
    now--;
    return turns * 2;
  });
  expect(doubled).toEqual([10, 2, 8, 4, 6]);
  expect(most).toBe(2);
  expect(await inParallel([], 4, turn)).toEqual([]);
});

test('throws the first failure when what was under way is done, and begins nothing more', async () => {
  const done: number[] = [];
  const work = inParallel([1, 2, 3, 4], 2, async (item) => {
    if (item === 1) throw new Error('no');
    await turn();
    done.push(item);
  });
  await expect(work).rejects.toThrow('no');
  expect(done).toEqual([2]);
});
