/** A line chart in Braille dots: two columns and four rows of dots a cell. */
export interface Chart {
  /** One string a row, `width` cells each. */
  rows: string[];
  low: number;
  high: number;
}

const dots = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/**
 * Draws values over their positions. Values that are not finite are left out; when many fall into one column of dots,
 * the column shows from the lowest to the highest, so that a spike is never hidden.
 *
 * @param values the series, one a step
 * @param width cells
 * @param height cells
 */
export function chart(values: ReadonlyArray<number | 'nan'>, width: number, height: number): Chart {
  const finite = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  const low = finite.length === 0 ? 0 : Math.min(...extremes(finite));
  const high = finite.length === 0 ? 1 : Math.max(...extremes(finite));
  const columns = width * 2;
  const levels = height * 4;
  const grid = Array.from({ length: height }, () => new Uint8Array(width));
  const span = high - low || 1;
  const level = (value: number) => Math.round(((high - value) / span) * (levels - 1));
  let last: number | null = null;
  for (let column = 0; column < columns; column++) {
    const range = columnRange(values, column, columns);
    if (!range) continue;
    const top = Math.min(level(range.high), last ?? Infinity);
    const bottom = Math.max(level(range.low), last ?? -Infinity);
    for (let y = top; y <= bottom; y++) {
      const row = grid[y >> 2];
      const bit = dots[y & 3]?.[column & 1] ?? 0;
      if (row) row[column >> 1] = (row[column >> 1] ?? 0) | bit;
    }
    last = level(range.last);
  }
  return { rows: grid.map((row) => [...row].map((mask) => String.fromCodePoint(0x2800 + mask)).join('')), low, high };
}

function columnRange(values: ReadonlyArray<number | 'nan'>, column: number, columns: number) {
  const from = Math.floor((column * values.length) / columns);
  const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / columns));
  let low = Infinity;
  let high = -Infinity;
  let last = NaN;
  for (let i = from; i < Math.min(to, values.length); i++) {
    const value = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    last = value;
  }
  return Number.isFinite(low) ? { low, high, last } : null;
}

function extremes(values: readonly number[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
