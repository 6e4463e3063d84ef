import { circle, ellipse, group, n, path, rect, scattered } from '../svg.mjs';

const windowPane = (kit, x, y, w, h, sky, frame) =>
  rect(x - 12, y - 12, w + 24, h + 24, { fill: frame, rx: 8 }) +
  rect(x, y, w, h, { fill: kit.sheet.linear(sky) }) +
  path(`M${n(x + w / 2)},${n(y)} v${n(h)} M${n(x)},${n(y + h / 2)} h${n(w)}`, { stroke: frame, 'stroke-width': 10 });

/** A bright kitchen: mint tiles, shelf, window, worktop. `counter`: the worktop stands in front (for things on it). */
export const kitchen =
  (counter = false) =>
  (kit, w, h) => {
    const floor = counter ? h * 0.7 : h * 0.74;
    const size = w / 12;
    const tiles = [];
    for (let row = 0; row * size < floor; row++)
      for (let col = 0; col < 12; col++)
        tiles.push(
          rect(col * size + 2, row * size + 2, size - 4, size - 4, {
            fill: (row + col) % 2 ? '#bfe6dc' : '#cdeee6',
            rx: 5,
          }),
        );
    const shelfY = h * 0.26;
    const jars = ['#f6c453', '#e77f7f', '#7fb6e7', '#b796dd'].map((colour, i) => {
      const x = w * 0.64 + i * w * 0.085;
      return (
        rect(x, shelfY - h * 0.09, w * 0.06, h * 0.09, { fill: colour, rx: 9 }) +
        rect(x + 5, shelfY - h * 0.075, 9, h * 0.055, { fill: '#ffffff', opacity: 0.5, rx: 4 }) +
        rect(x + 2, shelfY - h * 0.105, w * 0.06 - 4, h * 0.02, { fill: '#8a5a3a', rx: 4 })
      );
    });
    return [
      rect(0, 0, w, h, { fill: '#a8d8cc' }),
      ...tiles,
      windowPane(
        kit,
        w * 0.08,
        h * 0.1,
        w * 0.26,
        h * 0.26,
        [
          [0, '#8ed1f7'],
          [1, '#eafaff'],
        ],
        '#ffffff',
      ),
      circle(w * 0.28, h * 0.17, w * 0.03, { fill: '#fff3a6' }),
      rect(w * 0.6, shelfY, w * 0.38, h * 0.022, { fill: '#8a5a3a', rx: 4 }),
      ...jars,
      ellipse(w * 0.5, h * 0.5, w * 0.3, h * 0.34, { fill: '#f2fffb', opacity: 0.6, filter: kit.sheet.blur(40) }),
      counter
        ? rect(0, floor, w, h * 0.09, {
            fill: kit.sheet.linear([
              [0, '#d9a56c'],
              [1, '#b67f49'],
            ]),
          }) +
          rect(0, floor + h * 0.09, w, h, { fill: '#5f8f8a' }) +
          [0.06, 0.36, 0.66]
            .map((x) => rect(w * x, floor + h * 0.13, w * 0.27, h, { fill: '#6fa39d', rx: 10 }))
            .join('')
        : rect(0, floor, w, h, { fill: '#e9d3ae' }) +
          Array.from({ length: 9 }, (_, i) =>
            path(`M${n(w * (0.5 + (i - 4) * 0.11))},${n(floor)} L${n(w * (0.5 + (i - 4) * 0.26))},${h}`, {
              stroke: '#cfb288',
              'stroke-width': 5,
            }),
          ).join('') +
          path(`M0,${n(floor + h * 0.1)} H${w}`, { stroke: '#cfb288', 'stroke-width': 5 }) +
          rect(0, floor - h * 0.02, w, h * 0.024, { fill: '#ffffff' }),
    ].join('');
  };

/** A bedroom at night: window with a moon, a wide bed with a blue quilt. */
export const bedroom = (kit, w, h) => {
  const bed = h * 0.62;
  const stars = scattered(12, 0.4).map((t, i) =>
    circle(w * (0.57 + t * 0.3), h * (0.1 + ((i * 0.7548) % 1) * 0.26), 2.6, { fill: '#fff7d8' }),
  );
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.linear([
        [0, '#3d3a78'],
        [1, '#6a62a8'],
      ]),
    }),
    ...Array.from({ length: 9 }, (_, i) => rect((i * w) / 8 - 14, 0, 28, h, { fill: '#ffffff', opacity: 0.05 })),
    windowPane(
      kit,
      w * 0.56,
      h * 0.08,
      w * 0.32,
      h * 0.32,
      [
        [0, '#141a50'],
        [1, '#3f55a8'],
      ],
      '#d9c7a8',
    ),
    ...stars,
    path(
      `M${n(w * 0.8)},${n(h * 0.13)} a${n(w * 0.035)},${n(w * 0.035)} 0 1 0 ${n(w * 0.035)},${n(w * 0.05)} a${n(w * 0.03)},${n(w * 0.03)} 0 0 1 ${n(-w * 0.035)},${n(-w * 0.05)}Z`,
      { fill: '#fff3b8' },
    ),
    path(`M${n(w * 0.56)},${n(h * 0.4)} L${n(w * 0.88)},${n(h * 0.4)} L${n(w * 0.74)},${h} L${n(w * 0.12)},${h}Z`, {
      fill: '#cfd8ff',
      opacity: 0.14,
    }),
    rect(w * 0.02, h * 0.34, w * 0.96, h * 0.4, { fill: '#7d7cc4', rx: 36 }),
    rect(w * 0.05, h * 0.38, w * 0.9, h * 0.36, { fill: '#9a9adb', rx: 28 }),
    rect(0, bed, w, h, {
      fill: kit.sheet.linear([
        [0, '#e8ecff'],
        [1, '#c5cdf2'],
      ]),
    }),
    group(
      { x: w * 0.26, y: bed + h * 0.02, turn: -4 },
      path(
        `M${n(-w * 0.2)},10 C${n(-w * 0.22)},${n(-h * 0.14)} ${n(w * 0.2)},${n(-h * 0.14)} ${n(w * 0.2)},8 C${n(w * 0.18)},${n(h * 0.08)} ${n(-w * 0.18)},${n(h * 0.08)} ${n(-w * 0.2)},10Z`,
        {
          fill: kit.sheet.linear([
            [0, '#ffffff'],
            [1, '#d2d9f6'],
          ]),
        },
      ),
    ),
  ].join('');
};

/** The quilt over the sleeper's side, in front of the figure. */
export const quilt = (kit, w, h) =>
  path(
    `M0,${n(h * 0.92)} C${n(w * 0.3)},${n(h * 0.86)} ${n(w * 0.7)},${n(h * 0.94)} ${n(w)},${n(h * 0.88)} V${h} H0Z`,
    {
      fill: kit.sheet.linear([
        [0, '#4d7fd6'],
        [1, '#3762b5'],
      ]),
    },
  ) +
  scattered(18, 0.2)
    .map((t, i) => circle(t * w, h * (0.92 + ((i * 0.7548) % 1) * 0.07), 9, { fill: '#8fb6f5' }))
    .join('');

/** A wooden table against a warm wall. */
export const table = (kit, w, h) => {
  const edge = h * 0.68;
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.radial(
        [
          [0, '#fff0d2'],
          [1, '#eebf8e'],
        ],
        { cx: 0.5, cy: 0.45, r: 0.7 },
      ),
    }),
    ...Array.from({ length: 14 }, (_, i) => rect((i * w) / 13 - 10, 0, 20, edge, { fill: '#ffffff', opacity: 0.18 })),
    rect(0, edge, w, h, {
      fill: kit.sheet.linear([
        [0, '#b9784a'],
        [1, '#8d5534'],
      ]),
    }),
    ...[0.75, 0.83, 0.92].map((y) =>
      path(`M0,${n(h * y)} Q${n(w / 2)},${n(h * y - 8)} ${w},${n(h * y)}`, {
        fill: 'none',
        stroke: '#7a4829',
        'stroke-width': 4,
        opacity: 0.6,
      }),
    ),
  ].join('');
};
