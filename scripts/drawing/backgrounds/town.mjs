import { circle, ellipse, group, n, path, rect, scattered } from '../svg.mjs';
import { lighter } from '../palette.mjs';

/** A row of narrow houses with windows, some of them lit. */
const houses = (kit, w, base, tall, walls, { lit, dark, shift = 0 }) => {
  const count = 6;
  const width = w / (count - 1);
  return Array.from({ length: count }, (_, i) => {
    const x = (i - 0.5) * width + shift;
    const top = base - tall * (0.78 + ((i * 0.39 + shift) % 1) * 0.3);
    const windows = [];
    for (let row = 0; row < 6; row++)
      for (let col = 0; col < 2; col++) {
        const y = top + width * (0.26 + row * 0.46);
        if (y > base - width * 0.4) continue;
        const on = (i * 5 + row * 3 + col * 7) % 4 < 2;
        windows.push(
          rect(x + width * (0.2 + col * 0.36), y, width * 0.24, width * 0.28, {
            fill: on ? lit : dark,
            rx: width * 0.04,
          }),
        );
      }
    return (
      path(
        `M${n(x)},${n(base)} V${n(top)} L${n(x + width / 2)},${n(top - width * 0.42)} L${n(x + width)},${n(top)} V${n(base)}Z`,
        { fill: walls[i % walls.length] },
      ) + windows.join('')
    );
  }).join('');
};

const lamp = (kit, x, y, tall, on) =>
  group(
    { x, y, sx: tall / 400 },
    on
      ? circle(0, -388, 210, {
          fill: kit.sheet.radial(
            [
              [0, '#fff0c0', 0.95],
              [0.22, '#ffd9a0', 0.5],
              [0.55, '#d9a8ff', 0.18],
              [1, '#b9a0ff', 0],
            ],
            { cx: 0.5, cy: 0.5, r: 0.5 },
          ),
        })
      : '',
    path('M-9,0 L-6,-350 h12 L9,0Z', { fill: '#20223f' }),
    rect(-22, -14, 44, 16, { fill: '#20223f', rx: 5 }),
    path('M-26,-356 h52 l-8,-62 h-36Z', {
      fill: on ? '#fff0b0' : '#c6d6e0',
      stroke: '#20223f',
      'stroke-width': 9,
      'stroke-linejoin': 'round',
    }),
    path('M-32,-420 h64 l-32,-26Z', { fill: '#20223f' }),
  );

/** A cobbled street at night under stars and a moon, lamps lit. */
export const nightStreet = (kit, w, h) => {
  const base = h * 0.68;
  const stars = scattered(40, 0.31).map((t, i) =>
    circle(t * w, ((i * 0.7548) % 1) * h * 0.42, 1.8 + (i % 3), { fill: '#fff7d8', opacity: 0.9 }),
  );
  const stones = [];
  for (let row = 0; row < 7; row++)
    for (let i = -1; i < 12; i++)
      stones.push(
        ellipse(
          (i + (row % 2) / 2) * (w / 10.5),
          base + 26 + row * row * h * 0.0052 + row * h * 0.018,
          w / 24,
          5 + row * 2.2,
          { fill: row % 2 ? '#5a64a8' : '#525c9e' },
        ),
      );
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.linear([
        [0, '#161a4a'],
        [0.6, '#4a53a8'],
        [1, '#7a7fd0'],
      ]),
    }),
    ...stars,
    circle(w * 0.2, h * 0.15, w * 0.085, { fill: '#fff4c4' }),
    circle(w * 0.2, h * 0.15, w * 0.22, {
      fill: kit.sheet.radial(
        [
          [0, '#fff4ff', 0.55],
          [0.4, '#e6dcff', 0.3],
          [1, '#c8c0ff', 0],
        ],
        { cx: 0.5, cy: 0.5, r: 0.5 },
      ),
    }),
    houses(kit, w, base, h * 0.34, ['#4a3f93', '#5548a6', '#3f3a88'], {
      lit: '#ffd873',
      dark: '#2b3272',
      shift: w * 0.07,
    }),
    houses(kit, w, base + 4, h * 0.2, ['#2d2766', '#353075', '#28235c'], { lit: '#ffbe5c', dark: '#1f2456' }),
    rect(0, base, w, h, {
      fill: kit.sheet.linear([
        [0, '#4a5297'],
        [1, '#333a7a'],
      ]),
    }),
    ...stones,
    ellipse(w * 0.5, base + (h - base) * 0.66, w * 0.5, (h - base) * 0.42, {
      fill: kit.sheet.radial(
        [
          [0, '#fff0d8', 0.85],
          [0.5, '#e8ccf2', 0.45],
          [1, '#b0a8f0', 0],
        ],
        { cx: 0.5, cy: 0.5, r: 0.5 },
      ),
    }),
    ellipse(w * 0.47, h * 0.54, w * 0.44, h * 0.36, {
      fill: kit.sheet.radial(
        [
          [0, '#a9b2ff', 0.75],
          [0.6, '#8f9af5', 0.35],
          [1, '#8090f0', 0],
        ],
        { cx: 0.5, cy: 0.5, r: 0.5 },
      ),
    }),
    lamp(kit, w * 0.88, base + h * 0.09, h * 0.56, true),
    lamp(kit, w * 0.1, base + h * 0.03, h * 0.36, true),
  ].join('');
};

/** The same town on a wet day: grey-blue air, slanting rain, puddles. */
export const rainyStreet = (kit, w, h) => {
  const base = h * 0.7;
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.linear([
        [0, '#5f7898'],
        [0.7, '#a9bccb'],
      ]),
    }),
    ...[0.12, 0.42, 0.72, 1].map((x, i) =>
      ellipse(w * x, h * 0.03, w * 0.24, h * (0.1 + (i % 2) * 0.03), { fill: '#54698a' }),
    ),
    ...[0, 0.28, 0.58, 0.88].map((x, i) =>
      ellipse(w * x, 0, w * 0.22, h * (0.08 + (i % 2) * 0.03), { fill: '#465b7b' }),
    ),
    houses(kit, w, base, h * 0.36, ['#7c93ac', '#8aa0b6', '#748ba6'], {
      lit: '#ffe3a0',
      dark: '#64799a',
      shift: w * 0.04,
    }),
    rect(0, base, w, h, {
      fill: kit.sheet.linear([
        [0, '#6b8098'],
        [1, '#50647e'],
      ]),
    }),
    ...[
      [0.24, 0.84, 0.16],
      [0.78, 0.92, 0.2],
      [0.5, 0.97, 0.24],
    ].map(
      ([x, y, r]) =>
        ellipse(w * x, h * y, w * r, h * 0.026, { fill: '#a8c3d8' }) +
        ellipse(w * x + 8, h * y + 3, w * r * 0.6, h * 0.012, { fill: '#dcecf4' }),
    ),
    ellipse(w * 0.5, h * 0.5, w * 0.36, h * 0.34, { fill: '#c8d8e2', opacity: 0.55, filter: kit.sheet.blur(40) }),
  ].join('');
};

/** Rain that falls in front of everything. */
export const rainfall = (kit, w, h) =>
  scattered(70, 0.19)
    .map((t, i) =>
      path(`M${n(t * w * 1.1)},${n(((i * 0.7548) % 1) * h)} l-12,${40 + (i % 3) * 12}`, {
        stroke: lighter('#bcd8ee', 0.3),
        'stroke-width': 4,
        opacity: 0.6,
        'stroke-linecap': 'round',
      }),
    )
    .join('');
