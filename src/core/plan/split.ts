import { PythonRandom } from './python-random.js';

/** The images of a folder that are trained, and those held back to measure the loss on. */
export interface Split<Item> {
  trained: Item[];
  validated: Item[];
}

/**
 * Divides a folder's images as the trainer does with `validation_split`: shuffled by the seed, the first part is trained, the
 * last validated. The shares are rounded apart, so that an image can fall into both, or into none.
 *
 * @param images - in the order of their names
 * @param share - `validation_split`; all are trained at 0
 * @param seed - `validation_seed`
 */
export function splitImages<Item>(images: readonly Item[], share: number, seed: number): Split<Item> {
  if (share <= 0) return { trained: [...images], validated: [] };
  const shuffled = [...images];
  new PythonRandom(seed).shuffle(shuffled);
  const count = images.length;
  return {
    trained: shuffled.slice(0, Math.max(0, Math.ceil(count * (1 - share)))),
    validated: shuffled.slice(Math.max(0, count - roundHalfToEven(count * share))),
  };
}

/** Python's `round`. */
function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}
