import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitScale, linked, oneToOne, pan, regionOf, scaleOf, whole, zoomBy, type Size, type Viewport } from '../../../src/screens/dataset/closeup/viewport.js';

const size = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });
const room = fc.record({ width: fc.integer({ min: 1, max: 3000 }), height: fc.integer({ min: 1, max: 2000 }) });
type Step = { do: 'in' | 'out' | 'pan' | 'one'; right: number; down: number };
const share = fc.double({ min: -2, max: 2, noNaN: true });
const steps = fc.array(fc.record({ do: fc.constantFrom('in' as const, 'in' as const, 'out' as const, 'pan' as const, 'one' as const), right: share, down: share }), { maxLength: 30 });

function walk(start: Viewport, all: readonly Step[], picture: Size, place: Size): Viewport {
  let view = start;
  for (const step of all) {
    if (step.do === 'in') view = zoomBy(view, 1, picture, place);
    if (step.do === 'out') view = zoomBy(view, -1, picture, place);
    if (step.do === 'pan') view = pan(view, step.right, step.down, picture, place);
    if (step.do === 'one') view = oneToOne(view, picture, place);
  }
  return view;
}

describe('whatever keys are pressed', () => {
  test('what is seen lies inside of the picture', () => {
    fc.assert(
      fc.property(size, room, steps, (picture, place, all) => {
        const { left, top, width, height } = regionOf(walk(whole, all, picture, place), picture, place);
        for (const [start, length] of [[left, width], [top, height]] as const) {
          expect(length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('it fills the room on one side at least, and never more of the room than there is', () => {
    fc.assert(
      fc.property(size, room, steps, (picture, place, all) => {
        const view = walk(whole, all, picture, place);
        const { width, height } = regionOf(view, picture, place);
        const scale = scaleOf(view, picture, place);
        const [right, down] = [(width * picture.width * scale) / place.width, (height * picture.height * scale) / place.height];
        expect(Math.max(right, down)).toBeCloseTo(1, 6);
        expect(Math.min(right, down)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  test('a step in and a step out show the same as before', () => {
    fc.assert(
      fc.property(size, room, steps, (picture, place, all) => {
        // A step out from a scale between two steps goes to the lower one, so it begins on a step.
        const view = zoomBy(walk(whole, all, picture, place), -1, picture, place);
        const closer = zoomBy(view, 1, picture, place);
        if (closer === view) return;
        expect(regionOf(zoomBy(closer, -1, picture, place), picture, place)).toEqual(regionOf(view, picture, place));
      }),
    );
  });

  test('enough steps out show all of it', () => {
    fc.assert(
      fc.property(size, room, steps, (picture, place, all) => {
        let view = walk(whole, all, picture, place);
        for (let i = 0; i < 30; i++) view = zoomBy(view, -1, picture, place);
        expect(regionOf(view, picture, place)).toMatchObject({ left: 0, top: 0, width: 1, height: 1 });
        // So is the next image, whatever its size.
        expect(view.scale).toBe(null);
      }),
    );
  });

  test('to the left and back to the right is where one was, unless the edge was in the way', () => {
    fc.assert(
      fc.property(size, room, fc.integer({ min: 1, max: 12 }), (picture, place, times) => {
        let view = whole;
        for (let i = 0; i < times; i++) view = zoomBy(view, 1, picture, place);
        const before = regionOf(view, picture, place);
        const there = pan(view, -1 / 8, 1 / 8, picture, place);
        const after = regionOf(pan(there, 1 / 8, -1 / 8, picture, place), picture, place);
        const seen = regionOf(there, picture, place);
        if (seen.left > 1e-9) expect(after.left).toBeCloseTo(before.left, 9);
        if (seen.top + seen.height < 1 - 1e-9) expect(after.top).toBeCloseTo(before.top, 9);
      }),
    );
  });
});

test('one to one draws a pixel for each of the picture, and a small picture as a whole', () => {
  const view = oneToOne(whole, { width: 2000, height: 1000 }, { width: 200, height: 100 });
  expect(regionOf(view, { width: 2000, height: 1000 }, { width: 200, height: 100 })).toEqual({ left: 0.45, top: 0.45, width: 0.1, height: 0.1 });
  expect(scaleOf(oneToOne(whole, { width: 20, height: 10 }, { width: 200, height: 100 }), { width: 20, height: 10 }, { width: 200, height: 100 })).toBe(10);
});

test('steps go on beyond the pixels of the picture', () => {
  let view = whole;
  const [picture, place] = [{ width: 1024, height: 1024 }, { width: 120, height: 80 }];
  const scales: number[] = [];
  for (let i = 0; i < 20; i++) {
    view = zoomBy(view, 1, picture, place);
    scales.push(scaleOf(view, picture, place));
  }
  expect(scales).toContain(1);
  expect(scales.at(-1)).toBe(16);
});

test('two pictures of one shape show the same part, whatever their sizes', () => {
  fc.assert(
    fc.property(size, room, fc.double({ min: 0.2, max: 4, noNaN: true }), steps, (picture, place, factor, all) => {
      const other = { width: picture.width * factor, height: picture.height * factor };
      // A picture has at least one pixel, and a smaller one counts as that.
      fc.pre(other.width >= 1 && other.height >= 1);
      const view = walk(whole, all, picture, place);
      const [a, b] = [regionOf(view, picture, place), regionOf(linked(view, { picture, room: place }, { picture: other, room: place }), other, place)];
      for (const key of ['left', 'top', 'width', 'height'] as const) expect(b[key]).toBeCloseTo(a[key], 2);
    }),
  );
});

test('of another shape it reaches the edges with the first one', () => {
  const [tall, wide, place] = [{ width: 500, height: 1000 }, { width: 1000, height: 400 }, { width: 100, height: 100 }];
  const view = pan({ ...whole, scale: 1 }, -9, 9, tall, place);
  const part = regionOf(linked(view, { picture: tall, room: place }, { picture: wide, room: place }), wide, place);
  expect(part.left).toBe(0);
  expect(part.top + part.height).toBeCloseTo(1, 9);
});

test('of another shape it is seen as many times larger than as a whole', () => {
  const [tall, wide, place] = [{ width: 500, height: 1000 }, { width: 1000, height: 500 }, { width: 100, height: 100 }];
  const view = { ...whole, scale: 0.4 };
  const other = linked(view, { picture: tall, room: place }, { picture: wide, room: place });
  expect(scaleOf(other, wide, place) / fitScale(wide, place)).toBeCloseTo(4, 9);
});
