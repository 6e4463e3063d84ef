import { circle, ellipse, group, n, path, rect, scattered } from '../svg.mjs';
import { darker, lighter, mix } from '../palette.mjs';

/** A round white cloud with a shaded belly. */
export const cloud = (kit, x, y, k, opacity = 1) =>
  group(
    { x, y, sx: k, opacity },
    path('M-90,30 C-120,30 -124,-14 -84,-14 C-84,-60 -20,-70 -2,-36 C24,-62 76,-44 70,-8 C112,-10 112,30 84,30Z', {
      fill: '#d7e9f8',
    }),
    path(
      'M-86,18 C-108,16 -112,-12 -78,-14 C-80,-56 -20,-64 -4,-32 C22,-58 70,-42 64,-8 C96,-8 98,16 78,18 C40,26 -40,6 -86,18Z',
      { fill: '#ffffff' },
    ),
  );

/** A leafy tree, its foot at x,y. */
const tree = (kit, x, y, k, green) =>
  group(
    { x, y, sx: k },
    path('M-16,0 C-10,-60 -12,-90 -10,-130 h20 C12,-90 10,-60 16,0Z', { fill: '#7c5546' }),
    ...[
      [0, -190, 84],
      [-58, -150, 58],
      [58, -150, 58],
      [0, -130, 66],
    ].map(([cx, cy, r]) => circle(cx, cy, r, { fill: darker(green, 0.16) })),
    ...[
      [-8, -200, 70],
      [-60, -158, 46],
      [48, -162, 46],
      [-8, -144, 52],
    ].map(([cx, cy, r]) => circle(cx, cy, r, { fill: green })),
    ...[
      [-24, -224, 30],
      [-70, -170, 20],
      [38, -178, 20],
    ].map(([cx, cy, r]) => circle(cx, cy, r, { fill: lighter(green, 0.35) })),
  );

const hills = (w, y, rise, colour, from) =>
  path(
    `M0,${n(y)} C${n(w * 0.2)},${n(y - rise * from)} ${n(w * 0.34)},${n(y - rise)} ${n(w * 0.52)},${n(y - rise * 0.3)} C${n(w * 0.66)},${n(y - rise * 1.2)} ${n(w * 0.86)},${n(y - rise)} ${n(w)},${n(y - rise * 0.4)} V2000 H0Z`,
    { fill: colour },
  );

/** A park on a bright day: sky, hills, trees, a path, flowers. */
export const park = (kit, w, h) => {
  const ground = h * 0.66;
  const flowers = scattered(26, 0.11).map((t, i) => {
    const [x, y] = [t * w, ground + 50 + ((i * 0.377) % 1) * (h - ground - 60)];
    const colour = ['#ffffff', '#ffd95a', '#ff9fc0'][i % 3];
    return (
      [0, 72, 144, 216, 288]
        .map((a) =>
          circle(x + 6 * Math.cos((a * Math.PI) / 180), y + 6 * Math.sin((a * Math.PI) / 180), 4.5, { fill: colour }),
        )
        .join('') + circle(x, y, 4, { fill: '#e98b2a' })
    );
  });
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.linear([
        [0, '#5db8f0'],
        [0.7, '#d6f1fb'],
      ]),
    }),
    circle(w * 0.84, h * 0.15, h * 0.24, {
      fill: kit.sheet.radial(
        [
          [0, '#fff7c9', 0.9],
          [1, '#fff7c9', 0],
        ],
        { cx: 0.5, cy: 0.5, r: 0.5 },
      ),
    }),
    circle(w * 0.84, h * 0.15, h * 0.075, { fill: '#fff3a6' }),
    cloud(kit, w * 0.2, h * 0.16, h / 760),
    cloud(kit, w * 0.6, h * 0.1, h / 1150, 0.9),
    hills(w, ground - h * 0.04, h * 0.16, '#a9ddd0', 0.6),
    hills(w, ground + h * 0.02, h * 0.1, '#86cf9f', 1.3),
    ...[
      [0.06, 0.95],
      [0.2, 0.62],
      [0.92, 1.05],
      [0.78, 0.6],
    ].map(([x, k]) => tree(kit, x * w, ground + h * 0.05 * k, (k * h) / 640, mix('#4fae63', '#8ad08a', 1 - k))),
    rect(0, ground + h * 0.03, w, h, {
      fill: kit.sheet.linear([
        [0, '#a5dd6c'],
        [0.4, '#6fbf55'],
      ]),
    }),
    path(
      `M${n(w * 0.4)},${n(ground + h * 0.03)} C${n(w * 0.36)},${n(h * 0.8)} ${n(w * 0.16)},${n(h * 0.9)} ${n(w * 0.08)},${n(h)} H${n(w * 0.86)} C${n(w * 0.72)},${n(h * 0.86)} ${n(w * 0.54)},${n(h * 0.8)} ${n(w * 0.52)},${n(ground + h * 0.03)}Z`,
      {
        fill: kit.sheet.linear([
          [0, '#f7e7c0'],
          [1, '#e9cf98'],
        ]),
      },
    ),
    ...flowers,
  ].join('');
};

/** A meadow seen from above: grass, flowers and a chequered blanket. */
export const meadowFromAbove = (kit, w, h) => {
  const tufts = scattered(90, 0.21).map((t, i) =>
    path(`M${n(t * w)},${n(((i * 0.731 + 0.1) % 1) * h)} q-6,-14 -12,-18 m12,18 q0,-16 2,-24 m-2,24 q6,-12 14,-16`, {
      fill: 'none',
      stroke: '#4d9c4e',
      'stroke-width': 4,
      'stroke-linecap': 'round',
    }),
  );
  const petals = scattered(22, 0.53).map((t, i) => {
    const [x, y] = [t * w, ((i * 0.447 + 0.05) % 1) * h];
    return (
      [0, 90, 180, 270]
        .map((a) =>
          circle(x + 9 * Math.cos((a * Math.PI) / 180), y + 9 * Math.sin((a * Math.PI) / 180), 8, {
            fill: i % 2 ? '#ffffff' : '#ffe27a',
          }),
        )
        .join('') + circle(x, y, 6, { fill: '#f0a03c' })
    );
  });
  const cells = [];
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 6; j++)
      if ((i + j) % 2) cells.push(rect(-300 + i * 100, -300 + j * 100, 100, 100, { fill: '#bfe0f5' }));
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.radial(
        [
          [0, '#a8db77'],
          [1, '#5aa856'],
        ],
        { cx: 0.5, cy: 0.45, r: 0.75 },
      ),
    }),
    ...tufts,
    ...petals,
    group(
      { x: w / 2 + 8, y: h * 0.6 + 12, turn: -14, sx: w / 800 },
      rect(-304, -304, 608, 608, { fill: '#2c5a34', opacity: 0.35, rx: 12 }),
    ),
    group(
      { x: w / 2, y: h * 0.6, turn: -14, sx: w / 800 },
      rect(-300, -300, 600, 600, { fill: '#f4fbff', rx: 10 }),
      ...cells,
      rect(-300, -300, 600, 600, { fill: 'none', stroke: '#7bb6dc', 'stroke-width': 12, rx: 10 }),
    ),
  ].join('');
};

/** A beach: sea, sand, a palm, shells. `dusk` turns it to evening. */
export const beach =
  (dusk = false) =>
  (kit, w, h) => {
    const [sea, sand] = [h * 0.42, h * 0.66];
    const sky = dusk
      ? [
          [0, '#5a5fb0'],
          [0.5, '#f2a0a0'],
          [1, '#ffe0a3'],
        ]
      : [
          [0, '#54b9f2'],
          [1, '#d9f5fb'],
        ];
    const water = dusk
      ? [
          [0, '#e9a39a'],
          [1, '#7d86c9'],
        ]
      : [
          [0, '#2aa5d8'],
          [1, '#6fdbe0'],
        ];
    const shells = scattered(16, 0.29).map((t, i) =>
      ellipse(t * w, sand + 40 + ((i * 0.383) % 1) * (h - sand - 50), 8 + (i % 3) * 2, 5, {
        fill: i % 2 ? '#fff6ea' : '#eeb8a0',
      }),
    );
    const leaf = (turn) =>
      group(
        { turn },
        path('M0,0 C50,-50 130,-46 190,10 C120,-10 60,-6 0,0Z', { fill: dusk ? '#3f7a5e' : '#3fa866' }),
        path('M0,0 C50,-30 130,-30 190,10', { fill: 'none', stroke: dusk ? '#2f5e50' : '#2f8a57', 'stroke-width': 4 }),
      );
    return [
      rect(0, 0, w, h, { fill: kit.sheet.linear(sky) }),
      dusk ? circle(w * 0.7, sea - h * 0.02, h * 0.12, { fill: '#fff1b8' }) : '',
      cloud(kit, w * 0.62, h * 0.16, h / 800, dusk ? 0.45 : 1),
      cloud(kit, w * 0.9, h * 0.24, h / 1200, dusk ? 0.4 : 0.9),
      rect(0, sea, w, h * 0.4, { fill: kit.sheet.linear(water) }),
      ...[0.12, 0.3, 0.55, 0.8].map((t, i) =>
        path(`M${n(w * t)},${n(sea + 26 + i * 18)} q20,-9 40,0 q20,9 40,0`, {
          fill: 'none',
          stroke: '#ffffff',
          'stroke-width': 5,
          opacity: 0.6,
          'stroke-linecap': 'round',
        }),
      ),
      path(
        `M0,${n(sand)} C${n(w * 0.2)},${n(sand - 26)} ${n(w * 0.36)},${n(sand + 20)} ${n(w * 0.56)},${n(sand - 4)} C${n(w * 0.74)},${n(sand - 24)} ${n(w * 0.9)},${n(sand + 12)} ${n(w)},${n(sand - 8)} V${h} H0Z`,
        { fill: '#ffffff', opacity: 0.85 },
      ),
      path(
        `M0,${n(sand + 16)} C${n(w * 0.2)},${n(sand - 6)} ${n(w * 0.36)},${n(sand + 36)} ${n(w * 0.56)},${n(sand + 12)} C${n(w * 0.74)},${n(sand - 6)} ${n(w * 0.9)},${n(sand + 28)} ${n(w)},${n(sand + 10)} V${h} H0Z`,
        {
          fill: kit.sheet.linear(
            dusk
              ? [
                  [0, '#e8b98f'],
                  [1, '#c98f78'],
                ]
              : [
                  [0, '#fbe9b8'],
                  [1, '#efd08c'],
                ],
          ),
        },
      ),
      path(
        `M${n(w * 0.02)},${n(h * 0.86)} C${n(w * 0.06)},${n(h * 0.6)} ${n(w * 0.06)},${n(h * 0.4)} ${n(w * 0.11)},${n(h * 0.2)} l20,4 C${n(w * 0.1)},${n(h * 0.44)} ${n(w * 0.1)},${n(h * 0.64)} ${n(w * 0.08)},${n(h * 0.87)}Z`,
        { fill: dusk ? '#6d4a4c' : '#a4764c' },
      ),
      group({ x: w * 0.12, y: h * 0.2, sx: h / 760 }, ...[-150, -100, -40, 10, 60, 140, 190].map(leaf)),
      ...shells,
    ].join('');
  };

/** Open sky seen from below, with clouds; large and flat. */
export const sky = (kit, w, h) =>
  rect(0, 0, w, h, { fill: '#7cc8f5' }) +
  circle(w * 0.5, h * 0.46, w * 0.42, { fill: '#a9ddfa' }) +
  [
    [0.2, 0.18, 2.3],
    [0.83, 0.3, 1.7],
    [0.14, 0.66, 1.6],
    [0.86, 0.74, 2.1],
    [0.45, 0.95, 3.2],
    [0.1, 0.98, 2.6],
    [0.9, 1, 2.8],
  ]
    .map(([x, y, k]) => cloud(kit, x * w, y * h, (k * w) / 1000))
    .join('');
