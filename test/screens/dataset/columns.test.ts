import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnNames } from '../../../src/core/session/columns.js';
import { lookAt } from '../../../src/screens/dataset/columns/columns.js';
import { fitColumns } from '../../../src/screens/dataset/columns/fit.js';

const look = lookAt(null, null);
const names = (room: number, chosen = columnNames.slice()) => fitColumns(chosen, room, look).map(({ name }) => name);
const used = (fitted: ReturnType<typeof fitColumns>) => fitted.reduce((sum, { width, gap }) => sum + width + gap, 0);

test('whatever is chosen and however narrow it is, the line is never too long, and keeps the order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...columnNames], { minLength: 1 }), fc.integer({ min: 1, max: 300 }), (chosen, room) => {
      const fitted = fitColumns(chosen, room, look);
      expect(used(fitted)).toBeLessThanOrEqual(room);
      expect(fitted.map(({ name }) => name)).toEqual(chosen.filter((name) => fitted.some((one) => one.name === name)));
      if (chosen.includes('name')) expect(fitted.some(({ name }) => name === 'name')).toBe(true);
      if (fitted.some(({ name }) => name === 'caption' || name === 'name')) expect(used(fitted)).toBe(room);
    }),
  );
});

test('what does not fit is dropped from the end', () => {
  expect(names(300)).toEqual(columnNames);
  const narrow = names(60);
  expect(narrow).toEqual(columnNames.slice(0, narrow.length));
  expect(narrow.length).toBeGreaterThan(3);
  expect(narrow.length).toBeLessThan(columnNames.length);
  expect(names(20, ['caption', 'size', 'name'])).toEqual(['name']);
});

test('the caption takes what is left', () => {
  const at = (room: number) => fitColumns(['name', 'caption'], room, look).find(({ name }) => name === 'caption')?.width;
  expect(at(100)).toBe(100 - 28 - 1);
  expect(at(140)).toBe(140 - 28 - 1);
});
