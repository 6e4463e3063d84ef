import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fitted, shrink } from '../../../src/core/images/shrink.js';

test('what is to fit a room has the shape that it had', () => {
  expect(fitted({ width: 100, height: 50 }, { width: 20, height: 20 })).toEqual({ width: 20, height: 10 });
  expect(fitted({ width: 123, height: 160 }, { width: 18, height: 20 })).toEqual({ width: 15, height: 20 });
  expect(fitted({ width: 1000, height: 1 }, { width: 10, height: 10 })).toEqual({ width: 10, height: 1 });
});

test('each pixel is the mean of what it covers', () => {
  const data = Uint8Array.from([0, 100, 200, 255].flatMap((value) => [value, 0, 255 - value]));
  expect([...shrink({ data, width: 4, height: 1 }, { width: 2, height: 1 }).data]).toEqual([50, 0, 205, 228, 0, 28]);
  // A pixel and a half each.
  const three = Uint8Array.from([30, 60, 90].flatMap((value) => [value, value, value]));
  expect([...shrink({ data: three, width: 1, height: 3 }, { width: 1, height: 2 }).data]).toEqual([40, 40, 40, 80, 80, 80]);
});

test('the same size is the same picture, and one colour stays that colour at every size', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const color = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(size, part, part, color, ({ width, height }, x, y, rgb) => {
      const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => rgb[i % 3] ?? 0);
      const to = { width: Math.max(1, Math.round(width * x)), height: Math.max(1, Math.round(height * y)) };
      const small = shrink({ data, width, height }, to);
      expect(small.data.length).toBe(to.width * to.height * 3);
      expect(small.data.every((value, i) => value === rgb[i % 3])).toBe(true);
      expect(shrink({ data, width, height }, { width, height }).data).toEqual(data);
    }),
  );
});

test('it looks like what the image library makes of it', async () => {
  const file = 'fixtures/workspace/4_pipnix/001.png';
  const { data, info } = await sharp(file).removeAlpha().resize(40, 40, { fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
  const to = fitted(info, { width: 18, height: 20 });
  const theirs = await sharp(file).removeAlpha().resize(to.width, to.height, { fit: 'fill' }).raw().toBuffer();
  const ours = shrink({ data, width: info.width, height: info.height }, to).data;
  const off = ours.reduce((sum, value, i) => sum + Math.abs(value - (theirs[i] ?? 0)), 0) / ours.length;
  expect(off).toBeLessThan(8);
});
