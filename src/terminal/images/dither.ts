import type { Pixels } from './pixels.js';

/** The first sixteen colours as xterm sets them; a person's theme may differ. */
const basic: readonly (readonly [number, number, number])[] = [
  [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
  [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
];
const steps = [0, 95, 135, 175, 215, 255];

/** The red, green and blue of a palette index, 0–255. */
export function paletteColor(index: number): readonly [number, number, number] {
  if (index < 16) return basic[index] ?? [0, 0, 0];
  if (index < 232) {
    const cube = index - 16;
    return [steps[Math.floor(cube / 36)] ?? 0, steps[Math.floor(cube / 6) % 6] ?? 0, steps[cube % 6] ?? 0];
  }
  const grey = 8 + 10 * (index - 232);
  return [grey, grey, grey];
}

/**
 * Every pixel as a palette index, with the rounding error spread over its neighbours (Floyd–Steinberg), so that areas
 * keep their mean colour. With 256 colours the first sixteen are left out, as themes change them.
 */
export function toPalette({ data, width, height }: Pixels, count: 256 | 16): Uint8Array {
  const nearest = count === 256 ? nearestOf256 : nearestOf16;
  const wanted = Float32Array.from(data);
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const index = nearest(wanted[at] ?? 0, wanted[at + 1] ?? 0, wanted[at + 2] ?? 0);
      result[y * width + x] = index;
      const color = paletteColor(index);
      for (let part = 0; part < 3; part++) {
        const error = Math.max(0, Math.min(255, wanted[at + part] ?? 0)) - (color[part] ?? 0);
        spread(wanted, at + part, x, y, width, height, error);
      }
    }
  }
  return result;
}

function spread(wanted: Float32Array, at: number, x: number, y: number, width: number, height: number, error: number): void {
  if (error === 0) return;
  const below = at + 3 * width;
  const add = (to: number, share: number): void => {
    wanted[to] = (wanted[to] ?? 0) + (error * share) / 16;
  };
  if (x + 1 < width) add(at + 3, 7);
  if (y + 1 >= height) return;
  if (x > 0) add(below - 3, 3);
  add(below, 5);
  if (x + 1 < width) add(below + 3, 1);
}

/** The nearest of the palette’s colours from 16 on. */
export function nearestOf256(red: number, green: number, blue: number): number {
  const cube = 16 + 36 * step(red) + 6 * step(green) + step(blue);
  const grey = 232 + Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3 - 8) / 10)));
  return distance(grey, red, green, blue) < distance(cube, red, green, blue) ? grey : cube;
}

function step(value: number): number {
  if (value < 47.5) return 0;
  if (value < 115) return 1;
  return Math.min(5, Math.round((value - 55) / 40));
}

function nearestOf16(red: number, green: number, blue: number): number {
  let best = 0;
  for (let index = 1; index < 16; index++) {
    if (distance(index, red, green, blue) < distance(best, red, green, blue)) best = index;
  }
  return best;
}

function distance(index: number, red: number, green: number, blue: number): number {
  const [r, g, b] = paletteColor(index);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}
