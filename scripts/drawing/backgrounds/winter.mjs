import { circle, ellipse, group, n, path, rect, scattered } from '../svg.mjs';

const fir = (x, y, k, green, white = '#ffffff') =>
  group(
    { x, y, sx: k },
    rect(-12, -30, 24, 34, { fill: '#6a4b4a' }),
    ...[
      [0, 100, 118],
      [-66, 82, 104],
      [-126, 62, 92],
    ].map(
      ([dy, half, tall]) =>
        path(`M0,${dy - 30 - tall} L${half},${dy - 20} Q0,${dy - 4} ${-half},${dy - 20}Z`, { fill: green }) +
        path(
          `M0,${dy - 30 - tall} L${n(half * 0.52)},${n(dy - 30 - tall * 0.42)} q-14,12 -26,0 q-14,14 -26,0 q-14,12 ${n(-half * 1.04 + 52)},0Z`,
          { fill: white },
        ),
    ),
  );

const flakes = (w, h, count, k) =>
  scattered(count, 0.17)
    .map((t, i) =>
      circle(t * w, ((i * 0.7548 + 0.2) % 1) * h, k * (3 + (i % 4) * 1.6), { fill: '#ffffff', opacity: 0.92 }),
    )
    .join('');

/** Snowy woods on a winter morning. */
export const snow = (kit, w, h) => {
  const ground = h * 0.68;
  return [
    rect(0, 0, w, h, {
      fill: kit.sheet.linear([
        [0, '#c3bdec'],
        [0.75, '#fdeade'],
      ]),
    }),
    path(
      `M0,${n(ground - 40)} L${n(w * 0.2)},${n(h * 0.32)} L${n(w * 0.36)},${n(h * 0.5)} L${n(w * 0.56)},${n(h * 0.28)} L${n(w * 0.8)},${n(h * 0.52)} L${n(w)},${n(h * 0.4)} V${h} H0Z`,
      { fill: '#cfc6ea' },
    ),
    ...[
      [0.07, 0.9],
      [0.22, 0.62],
      [0.8, 0.7],
      [0.94, 1.05],
    ].map(([x, k]) => fir(x * w, ground + 26 * k, (k * h) / 620, '#3f7f86', '#f4faff')),
    path(
      `M0,${n(ground + 10)} C${n(w * 0.3)},${n(ground - 26)} ${n(w * 0.6)},${n(ground + 34)} ${n(w)},${n(ground)} V${h} H0Z`,
      {
        fill: kit.sheet.linear([
          [0, '#ffffff'],
          [1, '#c9dcf2'],
        ]),
      },
    ),
    path(
      `M0,${n(h * 0.88)} C${n(w * 0.3)},${n(h * 0.82)} ${n(w * 0.6)},${n(h * 0.94)} ${n(w)},${n(h * 0.86)} V${h} H0Z`,
      { fill: '#b9d0ec', opacity: 0.6 },
    ),
    flakes(w, h, 60, h / 900),
  ].join('');
};

/** Out-of-focus winter light for a portrait. */
export const snowPortrait = (kit, w, h) =>
  rect(0, 0, w, h, {
    fill: kit.sheet.linear([
      [0, '#4f86c9'],
      [1, '#b9dcf2'],
    ]),
  }) +
  scattered(16, 0.43)
    .map((t, i) => circle(t * w, ((i * 0.7548) % 1) * h, 40 + (i % 3) * 26, { fill: '#eaf6ff', opacity: 0.2 }))
    .join('') +
  [0.08, 0.94]
    .map((x) =>
      ellipse(x * w, h * 0.8, w * 0.26, h * 0.46, {
        fill: kit.sheet.radial(
          [
            [0, '#2f6b7e', 0.7],
            [0.6, '#2f6b7e', 0.35],
            [1, '#2f6b7e', 0],
          ],
          { cx: 0.5, cy: 0.5, r: 0.5 },
        ),
      }),
    )
    .join('') +
  flakes(w, h, 44, 2.1);
