import { ellipse, el, n, path } from '../svg.mjs';

const stroke = (kit, d, width = 6) =>
  path(d, {
    fill: 'none',
    stroke: kit.c.ink,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });

/** Where the two eyes sit, and how wide each looks, when the head is turned and tipped. */
const places = (turn, pitch) =>
  [-1, 1].map((side) => {
    const far = side * turn > 0 ? Math.abs(turn) : 0;
    return {
      x: side * 50 * (1 - 0.22 * Math.abs(turn)) + turn * 44,
      y: 6 - pitch * 20,
      k: 1 - far * 0.5,
      hidden: far > 0.75,
      side,
    };
  });

const openEye = (kit, { x, y, k }, look, wide) => {
  const { c, sheet } = kit;
  const [rx, ry] = [21 * k, 28 * wide];
  const ball = kit.flat ? c.paper : c.eye;
  const iris = kit.flat
    ? 'none'
    : sheet.linear([
        [0, c.eye],
        [0.45, c.eye],
        [1, c.iris],
      ]);
  return (
    ellipse(x, y, rx + 3, ry + 3, { fill: c.ink }) +
    ellipse(x, y, rx, ry, { fill: kit.flat ? '#fff' : ball }) +
    ellipse(x, y, rx, ry, { fill: iris }) +
    (kit.flat ? ellipse(x, y + 3, rx * 0.6, ry * 0.66, { fill: c.ink }) : '') +
    ellipse(x - rx * 0.28 + look * 4, y - ry * 0.38, rx * 0.38, ry * 0.32, { fill: '#fff' }) +
    ellipse(x + rx * 0.36 + look * 4, y + ry * 0.4, rx * 0.2, ry * 0.16, { fill: '#fff', opacity: 0.9 }) +
    stroke(
      kit,
      `M${n(x - rx - 5)},${n(y - ry * 0.5)} Q${n(x)},${n(y - ry * 1.42)} ${n(x + rx + 5)},${n(y - ry * 0.5)}`,
      6,
    )
  );
};

const eye = (kit, place, kind, look) => {
  if (place.hidden) return '';
  const { x, y, k } = place;
  const w = 24 * k;
  if (kind === 'happy')
    return stroke(kit, `M${n(x - w)},${n(y + 10)} Q${n(x)},${n(y - 24)} ${n(x + w)},${n(y + 10)}`, 8);
  if (kind === 'asleep')
    return stroke(kit, `M${n(x - w)},${n(y + 2)} Q${n(x)},${n(y + 26)} ${n(x + w)},${n(y + 2)}`, 7);
  if (kind === 'down') {
    const lid = kit.sheet.clip(
      path(
        `M${n(x - w - 4)},${n(y + 2)} Q${n(x)},${n(y - 24)} ${n(x + w + 4)},${n(y + 2)} V${n(y + 50)} H${n(x - w - 4)}Z`,
      ),
    );
    return (
      el('g', { 'clip-path': lid }, openEye(kit, { ...place, y: y + 8 }, look, 0.95)) +
      stroke(kit, `M${n(x - w - 2)},${n(y + 4)} Q${n(x)},${n(y - 26)} ${n(x + w + 2)},${n(y + 4)}`, 7)
    );
  }
  if (kind === 'wink' && place.side > 0)
    return stroke(kit, `M${n(x - w)},${n(y + 10)} Q${n(x)},${n(y - 24)} ${n(x + w)},${n(y + 10)}`, 8);
  return openEye(kit, place, look, kind === 'wide' ? 1.12 : 1);
};

const mouths = {
  smile: (kit, x, y, k) =>
    stroke(
      kit,
      `M${n(x - 26 * k)},${n(y)} Q${n(x - 13 * k)},${n(y + 17)} ${n(x)},${n(y + 2)} Q${n(x + 13 * k)},${n(y + 17)} ${n(x + 26 * k)},${n(y)}`,
      5,
    ),
  open: (kit, x, y, k) =>
    path(
      `M${n(x - 25 * k)},${n(y)} Q${n(x)},${n(y + 9)} ${n(x + 25 * k)},${n(y)} Q${n(x + 20 * k)},${n(y + 38)} ${n(x)},${n(y + 39)} Q${n(x - 20 * k)},${n(y + 38)} ${n(x - 25 * k)},${n(y)}Z`,
      { fill: kit.c.mouth, stroke: kit.c.ink, 'stroke-width': 5, 'stroke-linejoin': 'round' },
    ) + ellipse(x, y + 28, 13 * k, 8, { fill: kit.c.tongue }),
  small: (kit, x, y, k) =>
    stroke(kit, `M${n(x - 10 * k)},${n(y + 4)} Q${n(x)},${n(y + 12)} ${n(x + 10 * k)},${n(y + 4)}`, 5),
};

/**
 * Eyes, brows, nose, mouth and blush.
 * @param {{ turn: number, pitch: number, eyes?: string, mouth?: string, look?: number }} how `turn` −1 (left) to 1, `pitch` −1 (down) to 1 (up)
 */
export const face = (kit, { turn, pitch, eyes = 'open', mouth = 'smile', look = 0 }) => {
  const { c } = kit;
  const at = places(turn, pitch);
  const side = Math.abs(turn) >= 0.6;
  const [nx, ny] = [turn * (side ? 120 : 82), (side ? 26 : 28) - pitch * 21];
  const k = 1 - 0.35 * Math.abs(turn);
  const brows = at
    .filter((p) => !p.hidden)
    .map(({ x, y, side: s }) => stroke(kit, `M${n(x - 11)},${n(y - 45 - s * 3)} q11,-8 22,${n(s * 5)}`, 6));
  const blush = kit.flat
    ? []
    : at
        .filter((p) => !p.hidden)
        .map(({ x, y, side: s, k: w }) =>
          ellipse(x + s * 30 * w - turn * 6, y + 36, 20 * w, 11, { fill: c.blush, opacity: 0.55 }),
        );
  return el(
    'g',
    {},
    ...blush,
    ...brows,
    ...at.map((place) => eye(kit, place, eyes, look)),
    mouths[mouth](kit, side ? turn * 92 : nx, ny + (side ? 24 : 22), k),
    side ? '' : stroke(kit, `M${n(nx)},${n(ny + 8)} V${n(ny + 22)}`, 5),
    path(
      `M${n(nx - 17 * k)},${n(ny - 6)} Q${n(nx)},${n(ny - 14)} ${n(nx + 17 * k)},${n(ny - 6)} Q${n(nx + 12 * k)},${n(ny + 9)} ${n(nx)},${n(ny + 12)} Q${n(nx - 12 * k)},${n(ny + 9)} ${n(nx - 17 * k)},${n(ny - 6)}Z`,
      { fill: c.nose },
    ),
    ellipse(nx - 5 * k, ny - 4, 5 * k, 3, { fill: '#fff', opacity: 0.6 }),
  );
};
