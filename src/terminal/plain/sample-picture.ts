import type { Pixels } from '../images/pixels.js';

/** A picture to see by whether pictures are drawn: a round of all hues on a chequered ground, so that colours, edges and shape show. */
export function samplePicture(size: number): Pixels {
  const data = new Uint8Array(size * size * 3);
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [dx, dy] = [(x - middle) / middle, (y - middle) / middle];
      const distance = Math.hypot(dx, dy);
      const isDark = (Math.floor((x * 8) / size) + Math.floor((y * 8) / size)) % 2 === 0;
      data.set(distance < 0.9 ? hue(Math.atan2(dy, dx), distance / 0.9) : isDark ? [60, 60, 70] : [190, 190, 200], 3 * (y * size + x));
    }
  }
  return { data, width: size, height: size };
}

/** White in the middle, a full colour at the edge. */
function hue(angle: number, strength: number): number[] {
  return [0, 1, 2].map((part) => {
    const wave = 0.5 + 0.5 * Math.cos(angle - (part * 2 * Math.PI) / 3);
    return Math.round(255 * (1 - strength + strength * wave));
  });
}
