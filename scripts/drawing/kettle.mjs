import { circle, ellipse, group, oval, path } from './svg.mjs';
import { form } from './shading.mjs';
import { lighter } from './palette.mjs';

const steamPuffs = (kit, x, y) =>
  [
    [0, 0, 17],
    [26, -30, 24],
    [16, -72, 31],
    [54, -112, 40],
  ]
    .map(([dx, dy, r], i) =>
      circle(x + dx, y + dy, r, { fill: '#ffffff', opacity: 0.85 - i * 0.16, filter: kit.sheet.blur(3) }),
    )
    .join('');

const leg = (kit, x, y, bend) =>
  form(
    kit,
    `M${x - 13},-66 C${x - 20},${-30} ${x - 16 + bend},${y - 20} ${x - 18 + bend},${y} h44 c0,-16 -14,-16 -15,-22 C${x + 8},-34 ${x + 12},-50 ${x + 13},-66Z`,
    kit.c.brass,
    { by: 4 },
  );

/**
 * The walking kettle: blue enamel, brass legs and spout, a lit round window. Feet at 0,0, some 400 units high.
 * @param {{ step?: number, steam?: boolean, lid?: number, lit?: boolean }} pose `step`: how far the legs stride; `lid`: how far it is lifted
 */
export const kettle = (kit, { step = 0, steam = false, lid = 0, lit = true, above = false } = {}) => {
  const { c } = kit;
  const k = { ...kit, c: { ...c, ink: c.inkKettle } };
  const belly =
    'M-118,-110 C-134,-210 -70,-262 0,-262 C70,-262 134,-210 118,-110 C108,-56 60,-44 0,-44 C-60,-44 -108,-56 -118,-110Z';
  const spout = 'M98,-112 C150,-110 150,-170 176,-214 l34,14 C196,-150 186,-66 100,-66Z';
  const handle = 'M-98,-222 C-130,-390 130,-390 98,-222';
  const star = 'M0,-34 l8,17 18,2 -13,13 4,18 -17,-9 -17,9 4,-18 -13,-13 18,-2Z';
  const band = path('M-140,-128 Q0,-92 140,-128 V-104 Q0,-68 -140,-104Z', { fill: c.brass });
  const shine = path('M-92,-132 C-100,-190 -70,-226 -38,-238', {
    fill: 'none',
    stroke: '#fff',
    'stroke-width': 15,
    'stroke-linecap': 'round',
    opacity: 0.6,
  });
  const pane = k.sheet.radial(
    [
      [0, '#fffbe0'],
      [0.55, lit ? c.glow : '#8fc7e8'],
      [1, lit ? '#ee8f2e' : '#4d7fae'],
    ],
    { cx: 0.42, cy: 0.4, r: 0.65 },
  );
  return [
    steam ? steamPuffs(k, 206, -240) : '',
    path(handle, { fill: 'none', stroke: k.c.ink, 'stroke-width': 34, 'stroke-linecap': 'round' }),
    path(handle, { fill: 'none', stroke: c.brass, 'stroke-width': 19, 'stroke-linecap': 'round' }),
    path('M-58,-338 C-24,-354 24,-354 58,-338', {
      fill: 'none',
      stroke: k.c.ink,
      'stroke-width': 44,
      'stroke-linecap': 'round',
    }),
    path('M-58,-338 C-24,-354 24,-354 58,-338', {
      fill: 'none',
      stroke: c.wood,
      'stroke-width': 30,
      'stroke-linecap': 'round',
    }),
    leg(k, 4, -8, 6),
    form(k, spout, c.enamel, { by: 6 }),
    form(k, 'M170,-206 l44,18 l8,-14 l-46,-20Z', c.brass, { by: 3 }),
    leg(k, -66, 0, -8 - step),
    leg(k, 66, 0, 4 + step),
    form(k, belly, c.enamel, { by: 13 }, band + shine),
    form(k, oval(0, -150, 50, 50), c.brass, { by: 5 }),
    circle(0, -150, 34, { fill: pane, stroke: k.c.ink, 'stroke-width': 6 }),
    path('M0,-184 V-116 M-34,-150 H34', { stroke: k.c.ink, 'stroke-width': 6 }),
    ellipse(-14, -166, 9, 6, { fill: '#fff', opacity: 0.9 }),
    group(
      { y: -lid, turn: lid / 3 },
      form(
        k,
        above
          ? 'M-76,-250 C-80,-292 80,-292 76,-250 C60,-222 -60,-222 -76,-250Z'
          : 'M-72,-250 C-66,-284 66,-284 72,-250 Q0,-234 -72,-250Z',
        lighter(c.enamel, 0.12),
        { by: 6 },
      ),
      group({ y: -290, sx: 1.15 }, form(k, star, c.brass, { by: 2 })),
    ),
  ].join('');
};
