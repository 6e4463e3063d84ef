import { el, n, path } from './svg.mjs';
import { darker, lighter } from './palette.mjs';

/**
 * What parts are drawn with: the sheet of this picture, its colours, the line.
 * @typedef {{ sheet: import('./svg.mjs').Sheet, c: Record<string, string>, line: number, flat: boolean }} Kit
 */

/**
 * A solid form: dark outline, its shadow side, and over it the lit side pushed towards the light.
 * @param {Kit} kit
 * @param {string} d path data
 * @param {string} colour
 * @param {{ by?: number, line?: number, ink?: string, depth?: number }} [how] `by`: how far the shadow reaches in
 */
export const form = (kit, d, colour, { by = 9, line = kit.line, ink = kit.c.ink, depth = 0.24 } = {}, inside = '') => {
  const outline = path(d, { fill: ink, stroke: ink, 'stroke-width': line * 2, 'stroke-linejoin': 'round' });
  if (kit.flat) return outline + path(d, { fill: colour });
  const clip = kit.sheet.clip(path(d));
  const lit = kit.sheet.radial([
    [0, lighter(colour, 0.34)],
    [0.5, colour],
    [1, darker(colour, 0.1)],
  ]);
  return (
    outline +
    el(
      'g',
      { 'clip-path': clip },
      path(d, { fill: darker(colour, depth) }),
      path(d, { fill: lit, transform: `translate(${n(-by)} ${n(-by * 0.8)})` }),
      inside,
    )
  );
};

/** The curve of a limb through shoulder, elbow and paw. */
const curve = ([a, b, c]) => `M${n(a[0])},${n(a[1])} Q${n(b[0])},${n(b[1])} ${n(c[0])},${n(c[1])}`;

/** The part of the limb's curve from `t` to its end, as three points. */
const rest = ([a, b, c], t) => {
  const at = (p, q) => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  const [ab, bc] = [at(a, b), at(b, c)];
  return [at(ab, bc), bc, c];
};

const tube = (kit, points, width, colour, line) => {
  const d = curve(points);
  const round = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const lit = kit.flat
    ? ''
    : path(d, {
        ...round,
        stroke: colour,
        'stroke-width': width * 0.7,
        transform: `translate(${n(-width * 0.12)} ${n(-width * 0.08)})`,
      });
  return (
    (line ? path(d, { ...round, stroke: kit.c.ink, 'stroke-width': width + line * 2 }) : '') +
    path(d, { ...round, stroke: kit.flat ? colour : darker(colour, 0.2), 'stroke-width': width }) +
    lit
  );
};

/**
 * An arm or leg: a round tube through three points, with a sock (and perhaps a sleeve) of another colour.
 * @param {Kit} kit
 * @param {number[][]} points
 * @param {{ width: number, colour: string, sock: string, from?: number, sleeve?: string }} how `from`: where the sock begins, 0 to 1
 */
export const limb = (kit, points, { width, colour, sock, from = 0.5, sleeve }) => {
  const whole = tube(kit, points, width, sleeve ? sock : colour, kit.line);
  if (!sleeve) return whole + tube(kit, rest(points, from), width, sock, 0);
  const [a, b, c] = points;
  const backwards = rest([c, b, a], 0.34).reverse();
  return whole + tube(kit, backwards, width + 7, sleeve, kit.line);
};
