import { el, n, path } from '../svg.mjs';
import { form } from '../shading.mjs';
import { darker } from '../palette.mjs';

/** One hanging end of the scarf, striped, root at 0,0, hanging down. */
const end = (kit, turn, length = 92) => {
  const { c } = kit;
  const d = `M-17,-6 C-20,${n(length * 0.4)} -30,${n(length * 0.7)} -27,${n(length)} l11,-5 l9,7 l10,-7 l9,7 l10,-8 C26,${n(length * 0.7)} 20,${n(length * 0.4)} 17,-6Z`;
  const bands = [0.56, 0.76]
    .map((t) => path(`M-40,${n(length * t)} q40,9 80,0`, { fill: 'none', stroke: c.stripe, 'stroke-width': 9 }))
    .join('');
  return el('g', { transform: `rotate(${n(turn)})` }, form(kit, d, c.scarf, { by: 5 }, bands));
};

/**
 * The scarf around the neck, and its loose end.
 * @param {{ back: boolean, turn: number, wind?: number, swing?: number }} how `wind`: degrees that the loose end is blown off the vertical
 */
export const scarf = (kit, { back, turn, wind = 14, swing }) => {
  const { c } = kit;
  const wrap = 'M-74,-16 C-82,12 -60,32 0,36 C60,32 82,12 74,-16 C62,-30 -62,-30 -74,-16Z';
  const folds = path('M-64,0 Q0,26 64,-2 M-44,18 Q0,32 34,22', {
    fill: 'none',
    stroke: darker(c.scarf, 0.35),
    'stroke-width': 4,
    'stroke-linecap': 'round',
  });
  const x = back ? 26 : -28 + turn * 26;
  const hang = `<g transform="translate(${n(x)} 12)">${swing === undefined ? '' : end(kit, swing, 78)}${end(kit, wind)}</g>`;
  return (
    hang +
    form(kit, wrap, c.scarf, { by: 7 }, folds) +
    (back ? '' : form(kit, `M${n(x - 18)},2 q18,-10 36,0 q6,18 -4,28 q-16,8 -30,0 q-8,-12 -2,-28Z`, c.scarf, { by: 5 }))
  );
};
