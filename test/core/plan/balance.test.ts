import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance, type Weight } from '../../../src/core/plan/balance.js';

const folders = fc
  .array(fc.record({ images: fc.integer({ min: 1, max: 80 }), repeats: fc.integer({ min: 1, max: 12 }) }), { minLength: 2, maxLength: 5 })
  .map((list): Weight[] => list.map((one, at) => ({ ...one, folder: `${one.repeats}_${at}` })));

test('the base is the smallest with which some repeats meet the tolerance, by trying all of them', () => {
  fc.assert(
    fc.property(folders, fc.constantFrom(0.02, 0.05, 0.1, 0.3), fc.integer({ min: 1, max: 40 }), (list, tolerance, epochs) => {
      const most = Math.max(...list.map(({ images }) => images));
      const largest = list.find(({ images }) => images === most);
      const found = balance(list, epochs, tolerance);
      const near = (images: number, base: number) => {
        const wanted = most * base;
        for (let repeats = 1; images * repeats <= 2 * wanted + images; repeats++) if (Math.abs(images * repeats - wanted) <= tolerance * wanted) return true;
        return false;
      };
      let base = 1;
      while (!list.every(({ images }) => near(images, base))) base++;
      expect(found?.repeats[largest?.folder ?? '']).toBe(base);
      // And no other repeats of a folder come nearer with that base.
      for (const { folder, images } of list) {
        const off = (repeats: number) => Math.abs(images * repeats - most * base);
        const mine = found?.repeats[folder] ?? 0;
        expect(off(mine)).toBeLessThanOrEqual(Math.min(off(mine + 1), mine > 1 ? off(mine - 1) : Infinity));
        expect(off(mine) / (most * base)).toBeLessThanOrEqual((found?.imbalance ?? 0) + 1e-12);
      }
      expect(found?.imbalance).toBeLessThanOrEqual(tolerance);
      const passes = (largest?.repeats ?? 0) * epochs;
      const after = base * (found?.epochs ?? 0);
      expect(Math.abs(after - passes) <= base / 2 || found?.epochs === 1).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the guide’s example: 30 and 20 images', () => {
  const list = [{ folder: '4_a', images: 30, repeats: 4 }, { folder: '4_b', images: 20, repeats: 4 }];
  expect(balance(list, 25)).toMatchObject({ repeats: { '4_a': 2, '4_b': 3 }, imbalance: 0, imbalanceNow: 1 / 3, epochs: 50, ratio: 1.5 });
  expect(balance(list.slice(1), 25)).toBeNull();
  expect(balance([...list.slice(1), { folder: '1_empty', images: 0, repeats: 1 }], 25)).toBeNull();
});
