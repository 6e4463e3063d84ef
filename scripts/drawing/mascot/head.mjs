import { el, ellipse, n, oval, path } from '../svg.mjs';
import { form } from '../shading.mjs';
import { darker } from '../palette.mjs';

/** One half of the head's outline from the crown down to the chin; `k` narrows the side that is turned away. */
const half = (side, k, tuft) => {
  const p = (x, y) => `${n(side * x * k)},${n(y)}`;
  return [
    [p(60, -112), p(106, -72), p(110, -14)],
    [p(112, 4), p(118, 18), p(112 + 26 * tuft, 34)],
    [p(124, 42), p(116, 44), p(109, 44)],
    [p(112, 54), p(112, 60), p(104 + 16 * tuft, 70)],
    [p(98, 76), p(90, 75), p(82, 74)],
    [p(60, 94), p(30, 101), '0,101'],
  ];
};

/** The head's outline around 0,0: 220 wide, 210 high, tufts of fur on the cheeks. */
export const headOutline = (turn) => {
  const far = 1 - 0.14 * Math.abs(turn);
  const [left, right] = turn > 0 ? [1, far] : [far, 1];
  const tuft = (k) => (k < 1 ? Math.max(0.1, 1 - Math.abs(turn) * 1.1) : 1);
  const clockwise = half(1, right, tuft(right)).map((c) => `C${c.join(' ')}`);
  const back = half(-1, left, tuft(left));
  // The left half is the same curve walked from the chin up.
  const points = ['0,-110', ...back.flat()].reverse();
  const up = [];
  for (let i = 1; i < points.length; i += 3) up.push(`C${points[i]} ${points[i + 1]} ${points[i + 2]}`);
  return `M0,-110 ${clockwise.join(' ')} ${up.join(' ')}Z`;
};

/** One ear. `side` −1 left, 1 right of the picture. The mascot's mark: one ear is white. */
export const ear = (kit, side, { turn, white, back, droop = 0 }) => {
  const near = side * turn < 0 ? 1 : 1 - 0.22 * Math.abs(turn);
  const colour = white ? kit.c.white : kit.c.fur;
  const d = 'M-40,12 C-46,-50 -26,-108 6,-132 C14,-136 20,-132 23,-124 C38,-88 46,-40 40,14 C20,30 -20,30 -40,12Z';
  const inner = 'M-22,8 C-26,-36 -12,-76 7,-98 C22,-68 27,-34 22,8Z';
  const tip = path('M-60,-96 L-8,-88 L6,-72 L20,-90 L60,-80 L60,-160 L-60,-160Z', {
    fill: white ? darker(kit.c.white, 0.06) : kit.c.sock,
  });
  const flesh = white ? kit.c.innerWhite : kit.c.innerEar;
  return el(
    'g',
    {
      transform: `translate(${n(side * 64 - turn * 26)} -72) rotate(${n(side * (15 + droop * 40) - turn * 4)}) scale(${n(side * near * 10) / 10} 1)`,
    },
    form(
      kit,
      d,
      colour,
      { by: 7 * side },
      (white ? '' : tip) +
        (back ? '' : path(inner, { fill: kit.flat ? 'none' : flesh, stroke: darker(flesh, 0.2), 'stroke-width': 3 })),
    ),
    back
      ? ''
      : path('M-20,14 C-14,-6 -8,-8 -4,6 C2,-14 8,-12 10,4 C14,-6 20,-4 22,14Z', {
          fill: white ? kit.c.white : kit.c.cream,
        }),
  );
};

/** The cream mask and the snout, both moved to where the head is turned. */
export const muzzle = (kit, turn, pitch) => {
  const { c } = kit;
  const [x, y] = [turn * 52, -pitch * 16];
  const mask = `M${n(x)},${n(18 + y)} C${n(x - 18)},${n(2 + y)} ${n(x - 56)},${n(10 + y)} ${n(x - 78)},${n(22 + y)} C-140,30 -150,80 -90,110 L90,110 C150,80 140,30 ${n(x + 78)},${n(22 + y)} C${n(x + 56)},${n(10 + y)} ${n(x + 18)},${n(2 + y)} ${n(x)},${n(18 + y)}Z`;
  const mark = path(
    `M${n(turn * 34)},${n(-96)} C${n(turn * 40 - 16)},-80 ${n(turn * 44 - 10)},-52 ${n(turn * 46)},-40 C${n(turn * 46 + 12)},-52 ${n(turn * 42 + 16)},-80 ${n(turn * 34)},-96Z`,
    { fill: c.cream, opacity: 0.9 },
  );
  return (
    path(mask, {
      fill: kit.flat
        ? 'none'
        : kit.sheet.linear([
            [0, c.cream],
            [1, darker(c.cream, 0.1)],
          ]),
      stroke: kit.flat ? c.ink : undefined,
      'stroke-width': kit.flat ? 3 : undefined,
    }) + (kit.flat ? '' : mark)
  );
};

/** The snout stands out past the cheek when the head is seen from the side. */
export const snout = (kit, turn, pitch) => {
  const y = 44 - pitch * 20;
  if (Math.abs(turn) < 0.6)
    return ellipse(turn * 72, y, 42, 30, { fill: kit.flat ? 'none' : kit.c.cream, opacity: 0.9 });
  return (
    form(kit, oval(turn * 80, y, 46, 30), kit.c.cream, { by: 6, line: kit.line * 0.9 }) +
    ellipse(turn * 58, y, 44, 27, { fill: kit.c.cream }) +
    ellipse(turn * 40, y + 6, 30, 22, { fill: kit.c.cream })
  );
};

/** The back of the head: fur that falls to the neck, and a few strokes. */
export const nape = (kit) =>
  path('M-150,70 L-84,52 L-70,78 L-44,58 L-24,88 L0,64 L24,88 L44,58 L70,78 L84,52 L150,70 V130 H-150Z', {
    fill: kit.flat ? 'none' : darker(kit.c.fur, 0.16),
  }) +
  path('M-26,-84 q10,20 4,42 M0,-90 q8,24 0,50 M26,-84 q-2,20 -12,38', {
    fill: 'none',
    stroke: darker(kit.c.fur, 0.26),
    'stroke-width': 5,
    'stroke-linecap': 'round',
  });
