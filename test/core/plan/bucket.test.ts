import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketChooser, bucketSettings, bucketSizes, type BucketSettings } from '../../../src/core/plan/bucket.js';

/** sd-scripts' own defaults. */
const defaults: BucketSettings = { resolution: [512, 512], enabled: false, min: 256, max: 1024, step: 64, noUpscale: false };

interface Recorded {
  settings: Record<string, unknown>;
  /** Image width and height, bucket width and height, resized width and height. */
  rows: [number, number, number, number, number, number][];
}

/** What sd-scripts' own code made of images of these sizes, recorded from it. */
const recorded = JSON.parse(
  readFileSync(new URL('../../../fixtures/plans/buckets.json', import.meta.url), 'utf8'),
) as Recorded[];

describe('the trainer’s choice of bucket', () => {
  test.each(recorded.map((one, at) => [at, one] as const))('is the recorded one, dataset %i', (_at, { settings, rows }) => {
    const fit = bucketChooser(bucketSettings(settings));
    expect(rows.length).toBeGreaterThan(0);
    for (const [width, height, ...rest] of rows) {
      const { bucket, resized } = fit(width, height);
      expect([width, height, ...bucket, ...resized]).toEqual([width, height, ...rest]);
    }
  });

  test('of a 3:2 picture loses pixels when the longest side allowed is the resolution (S17)', () => {
    const settings = { ...defaults, enabled: true, resolution: [768, 768] as const };
    expect(bucketChooser({ ...settings, max: 768 })(1500, 1000).bucket).toEqual([768, 512]);
    expect(bucketChooser({ ...settings, max: 1024 })(1500, 1000).bucket).toEqual([896, 640]);
  });

  test('a side under one step gives 0 without upscaling', () => {
    expect(bucketChooser({ ...defaults, enabled: true, noUpscale: true })(60, 900).bucket).toEqual([0, 896]);
  });

  test('buckets never exceed the area of the resolution, and sides are whole steps', () => {
    const step = fc.constantFrom(32, 64);
    fc.assert(
      fc.property(step, fc.integer({ min: 4, max: 20 }), fc.integer({ min: 4, max: 20 }), (size, w, h) => {
        const sizes = bucketSizes({ ...defaults, enabled: true, step: size, resolution: [w * 64, h * 64] });
        for (const [width, height] of sizes) {
          expect(width * height).toBeLessThanOrEqual(w * h * 4096);
          expect([width % size, height % size]).toEqual([0, 0]);
        }
      }),
    );
  });
});

test('resolution is read as the trainer reads it; what it would stop at falls back', () => {
  const read = (resolution: unknown) => bucketSettings({ resolution }).resolution;
  expect(read('768')).toEqual([768, 768]);
  expect(read('1024, 512')).toEqual([1024, 512]);
  for (const odd of [768, [640, 896], '768,512,256', '768x512', '0', '-768', '', null, undefined]) expect(read(odd)).toEqual([512, 512]);
});
