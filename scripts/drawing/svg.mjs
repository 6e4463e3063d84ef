/** Small helpers that write SVG as text. Everything is a pure function of its arguments, so a picture is always the same. */

/** A number short enough for a path: one tenth of a unit is finer than a pixel here. */
export const n = (value) => String(Math.round(value * 10) / 10);

const attributes = (given) =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}"`)
    .join('');

/** One element. `children` are markup. */
export const el = (name, given = {}, ...children) =>
  children.length ? `<${name}${attributes(given)}>${children.join('')}</${name}>` : `<${name}${attributes(given)}/>`;

export const path = (d, given) => el('path', { d, ...given });
export const ellipse = (cx, cy, rx, ry, given) => el('ellipse', { cx, cy, rx, ry, ...given });
export const circle = (cx, cy, r, given) => el('circle', { cx, cy, r, ...given });
export const rect = (x, y, width, height, given) => el('rect', { x, y, width, height, ...given });
export const line = (x1, y1, x2, y2, given) => el('line', { x1, y1, x2, y2, ...given });

/** A group, moved, turned (degrees) and scaled; a negative `sx` mirrors it. */
export const group = ({ x = 0, y = 0, turn = 0, sx = 1, sy = sx, opacity, filter, clip }, ...children) =>
  el(
    'g',
    {
      transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${Math.round(sx * 1000) / 1000} ${Math.round(sy * 1000) / 1000})`,
      opacity,
      filter,
      'clip-path': clip,
    },
    ...children,
  );

/** An ellipse as path data, for places that take only a path. */
export const oval = (cx, cy, rx, ry) =>
  `M${n(cx - rx)},${n(cy)} a${n(rx)},${n(ry)} 0 1 0 ${n(2 * rx)},0 a${n(rx)},${n(ry)} 0 1 0 ${n(-2 * rx)},0Z`;

/** A rectangle with round corners as path data. */
export const box = (x, y, w, h, r = 0) =>
  `M${n(x + r)},${n(y)} h${n(w - 2 * r)} q${n(r)},0 ${n(r)},${n(r)} v${n(h - 2 * r)} q0,${n(r)} ${n(-r)},${n(r)} h${n(2 * r - w)} q${n(-r)},0 ${n(-r)},${n(-r)} v${n(2 * r - h)} q0,${n(-r)} ${n(r)},${n(-r)}Z`;

/** Gradients, clips and blurs of one picture. Ids count up, so the same calls give the same text. */
export class Sheet {
  #parts = [];

  #keep(name, given, ...children) {
    const id = `d${this.#parts.length}`;
    this.#parts.push(el(name, { id, ...given }, ...children));
    return `url(#${id})`;
  }

  /** @param stops `[offset, colour, opacity?]` each */
  #stops(stops) {
    return stops.map(([offset, colour, opacity]) =>
      el('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
    );
  }

  /** Light from the upper left by default, in the box of what is filled. */
  radial(stops, { cx = 0.36, cy = 0.26, r = 0.85 } = {}) {
    return this.#keep('radialGradient', { cx, cy, r }, ...this.#stops(stops));
  }

  /** From top to bottom by default. */
  linear(stops, { x1 = 0, y1 = 0, x2 = 0, y2 = 1 } = {}) {
    return this.#keep('linearGradient', { x1, y1, x2, y2 }, ...this.#stops(stops));
  }

  clip(...children) {
    return this.#keep('clipPath', {}, ...children);
  }

  blur(amount) {
    return this.#keep(
      'filter',
      { x: -0.5, y: -0.5, width: 2, height: 2 },
      el('feGaussianBlur', { stdDeviation: amount }),
    );
  }

  /** The whole picture, `width` × `height` pixels. */
  picture(width, height, body) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${this.#parts.join('')}</defs>${body}</svg>`;
  }
}

/** `count` numbers from 0 to 1 that look scattered and are the same each time (golden ratio steps). */
export const scattered = (count, start = 0.37) =>
  Array.from({ length: count }, (_, i) => (start + i * 0.6180339887) % 1);
