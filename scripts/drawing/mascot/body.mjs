import { circle, ellipse, n, path } from '../svg.mjs';
import { form } from '../shading.mjs';
import { darker, lighter } from '../palette.mjs';

/** The torso around 0,0 (its middle): shoulders at −58, seat at 56. */
const torso = 'M-30,-60 C-50,-30 -62,10 -54,40 C-48,60 48,60 54,40 C62,10 50,-30 30,-60 C16,-68 -16,-68 -30,-60Z';
const bib = (turn) =>
  `M${n(turn * 24 - 24)},-60 C${n(turn * 24 - 40)},-20 ${n(turn * 24 - 40)},30 ${n(turn * 24)},48 C${n(turn * 24 + 40)},30 ${n(turn * 24 + 40)},-20 ${n(turn * 24 + 24)},-60Z`;

/** The bare torso, with the cream belly where it is seen from the front. */
export const body = (kit, { back, curled, turn }) =>
  form(
    kit,
    torso,
    kit.c.fur,
    { by: 10 },
    back || curled
      ? ''
      : path(bib(turn), {
          fill: kit.flat ? 'none' : kit.c.cream,
          stroke: kit.flat ? kit.c.ink : undefined,
          'stroke-width': 3,
        }),
  );

/** The courier's satchel: a strap over the shoulder and the bag at the hip. */
export const satchel = (kit, { back }) => {
  const { c } = kit;
  const [from, to] = back ? ['34,-56', '-50,24'] : ['-34,-56', '50,24'];
  const strap = `M${from} Q0,0 ${to}`;
  const bag = 'M26,12 h56 q8,0 8,8 v30 q0,14 -14,14 h-44 q-14,0 -14,-14 v-30 q0,-8 8,-8Z';
  const flap = 'M22,12 h64 q8,24 -8,28 h-48 q-16,-4 -8,-28Z';
  const side = back ? 'scale(-1 1)' : undefined;
  return (
    path(strap, { fill: 'none', stroke: c.ink, 'stroke-width': 17 }) +
    path(strap, { fill: 'none', stroke: c.strap, 'stroke-width': 9 }) +
    `<g${side ? ` transform="${side}"` : ''}>${form(kit, bag, c.bag, { by: 5 })}${form(kit, flap, lighter(c.bag, 0.15), { by: 3, line: kit.line * 0.7 })}${circle(54, 40, 8, { fill: c.buckle, stroke: c.ink, 'stroke-width': 4 })}</g>`
  );
};

/** A yellow raincoat: a bell over the torso, with hood, buttons and pockets. */
export const raincoat = (kit, { back, turn }) => {
  const { c } = kit;
  const bell = 'M-30,-66 C-56,-30 -78,20 -84,58 C-60,76 60,76 84,58 C78,20 56,-30 30,-66Z';
  const pocket = (x) =>
    path(`M${n(x - 16)},22 h32 v20 q-16,8 -32,0Z`, { fill: darker(c.coat, 0.12), stroke: c.ink, 'stroke-width': 4 });
  const front = [
    path(`M${n(turn * 20)},-66 Q${n(turn * 30)},0 ${n(turn * 26)},72`, {
      fill: 'none',
      stroke: darker(c.coat, 0.4),
      'stroke-width': 4,
    }),
    ...[-24, 6, 36].map((y) => circle(turn * 28 + 13, y, 6, { fill: c.boot, stroke: c.ink, 'stroke-width': 3 })),
    pocket(-40 + turn * 14),
    pocket(48 + turn * 8),
  ].join('');
  return (
    form(
      kit,
      bell,
      c.coat,
      { by: 10 },
      path('M-90,48 Q0,76 90,48', { fill: 'none', stroke: lighter(c.coat, 0.7), 'stroke-width': 5 }),
    ) + (back ? '' : front)
  );
};

/** The raincoat's hood, up: it frames the face, and the ears stand out behind it. */
export const hood = (kit, turn) => {
  const x = turn * 14;
  const d = `M-124,62 C-152,-34 -112,-132 0,-134 C112,-132 152,-34 124,62 C114,84 100,88 90,82 C${n(112 + x)},-12 ${n(72 + x)},-66 ${n(x)},-66 C${n(-72 + x)},-66 ${n(-112 + x)},-12 -90,82 C-100,88 -114,84 -124,62Z`;
  return form(
    kit,
    d,
    kit.c.coat,
    { by: 10 },
    path(`M90,84 C${n(113 + x)},-12 ${n(73 + x)},-68 ${n(x)},-68 C${n(-73 + x)},-68 ${n(-113 + x)},-12 -90,84`, {
      fill: 'none',
      stroke: lighter(kit.c.coat, 0.75),
      'stroke-width': 16,
    }),
  );
};

/** A cream kitchen apron with a coloured hem and a pocket. */
export const apron = (kit, { turn }) => {
  const { c } = kit;
  const x = turn * 18;
  const front = `M${n(x - 26)},-46 h52 l6,34 C${n(x + 62)},4 ${n(x + 60)},44 ${n(x + 50)},62 Q${n(x)},76 ${n(x - 50)},62 C${n(x - 60)},44 ${n(x - 62)},4 ${n(x - 32)},-12Z`;
  return (
    path(`M${n(x - 26)},-46 L-34,-66 M${n(x + 26)},-46 L34,-66`, { stroke: c.trim, 'stroke-width': 9, fill: 'none' }) +
    form(
      kit,
      front,
      c.apron,
      { by: 6 },
      path(`M${n(x - 70)},54 Q${n(x)},78 ${n(x + 70)},54`, { fill: 'none', stroke: c.trim, 'stroke-width': 11 }) +
        path(`M${n(x - 50)},-10 h100`, { stroke: c.trim, 'stroke-width': 7 }),
    ) +
    path(`M${n(x - 22)},14 h44 v18 q-22,18 -44,0Z`, { fill: c.trim, stroke: c.ink, 'stroke-width': 4 })
  );
};

/** A foot: a rounded paw, or a boot. */
export const foot = (kit, x, y, { turn, boot, side, sole }) => {
  const { c } = kit;
  const toe = turn === 0 ? side * 5 : turn * 14;
  if (sole)
    return (
      form(kit, `M${n(x - 24)},${n(y)} a24,27 0 1 0 48,0 a24,27 0 1 0 -48,0Z`, c.sock, { by: 5 }) +
      ellipse(x, y + 5, 11, 10, { fill: c.innerEar }) +
      [-13, 0, 13].map((dx) => circle(x + dx, y - 12 - (dx ? 0 : 4), 5, { fill: c.innerEar })).join('')
    );
  const d = `M${n(x - 26 + toe)},${n(y + 4)} C${n(x - 30 + toe)},${n(y - 26)} ${n(x + 30 + toe)},${n(y - 26)} ${n(x + 28 + toe)},${n(y + 4)} Q${n(x + toe)},${n(y + 13)} ${n(x - 26 + toe)},${n(y + 4)}Z`;
  if (!boot) return form(kit, d, c.sock, { by: 5 });
  return (
    form(kit, `M${n(x - 22)},${n(y - 44)} h44 v26 h-44Z`, c.boot, { by: 6 }) +
    form(kit, d, c.boot, { by: 6 }) +
    path(`M${n(x - 20)},${n(y - 40)} h40`, { stroke: lighter(c.boot, 0.7), 'stroke-width': 6 })
  );
};
