import { expect, test } from 'vitest';
import { PythonRandom } from '../../../src/core/plan/python-random.js';
import { splitImages } from '../../../src/core/plan/split.js';

/** Lists of 0 to 9 as Python 3.11 shuffles them after `random.seed`. */
const shuffledByPython: [bigint, number[]][] = [
  [0n, [7, 8, 1, 5, 3, 4, 2, 0, 9, 6]],
  [1n, [6, 8, 9, 7, 5, 3, 0, 4, 1, 2]],
  [42n, [7, 3, 2, 8, 5, 6, 9, 4, 0, 1]],
  [1234n, [2, 8, 3, 5, 6, 4, 9, 0, 1, 7]],
  [4_294_967_295n, [0, 7, 1, 5, 2, 6, 4, 8, 3, 9]],
  [4_294_967_296n, [8, 9, 3, 2, 4, 7, 0, 6, 5, 1]],
  [1_099_511_627_783n, [0, 5, 2, 3, 6, 1, 8, 4, 7, 9]],
  [-5n, [2, 3, 1, 0, 8, 7, 6, 5, 4, 9]],
];

test.each(shuffledByPython)('seed %d shuffles as Python does', (seed, wanted) => {
  const list = [...wanted.keys()];
  new PythonRandom(seed).shuffle(list);
  expect(list).toEqual(wanted);
});

test('the shares are rounded apart, halves to the even number', () => {
  const counts = (count: number, share: number) => {
    const { trained, validated } = splitImages([...Array(count).keys()], share, 3);
    return [trained.length, validated.length];
  };
  expect(counts(8, 0.25)).toEqual([6, 2]);
  expect(counts(10, 0.25)).toEqual([8, 2]);
  expect(counts(6, 0.25)).toEqual([5, 2]); // One image is in both.
  expect(counts(5, 0.1)).toEqual([5, 0]);
  expect(counts(3, 0)).toEqual([3, 0]);
  expect(counts(0, 0.5)).toEqual([0, 0]);
});
