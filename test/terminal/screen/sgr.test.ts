import fc from 'fast-check';
import { expect, test } from 'vitest';
import { palette, rgb } from '../../../src/terminal/cell.js';
import { applySgr, sgrBetween, type Pen } from '../../../src/terminal/screen/sgr.js';

const color = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 255 }).map(palette),
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(([r, g, b]) => rgb(r, g, b)),
);
const pen = fc.record({ fg: color, bg: color, attributes: fc.nat(511) });

test('any style becomes any other by the sequence between them', () => {
  fc.assert(
    fc.property(pen, pen, (from, to) => {
      const sequence = sgrBetween(from, to);
      const now: Pen = { ...from };
      if (sequence !== '') applySgr(now, /^\u001b\[([\d;]*)m$/.exec(sequence)?.[1] ?? 'broken');
      expect(now).toEqual(to);
    }),
    { numRuns: 2000 },
  );
});

test('nothing is sent between equal styles, and a reset where it is shorter', () => {
  const styled: Pen = { fg: rgb(10, 20, 30), bg: palette(3), attributes: 1 };
  expect(sgrBetween(styled, { ...styled })).toBe('');
  expect(sgrBetween(styled, { fg: 0, bg: 0, attributes: 0 })).toBe('\u001b[m');
  expect(sgrBetween(styled, { ...styled, attributes: 0 })).toBe('\u001b[22m');
});
