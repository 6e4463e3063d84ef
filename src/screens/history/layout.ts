import type { Room } from '../deck/overlay.js';

interface Part {
  width: number;
  height: number;
  /** Lines inside. */
  rows: number;
}

export interface HistoryLayout {
  /** The list stands beside the lines of the change, else above them. */
  beside: boolean;
  list: Part;
  diff: Part;
}

/** From so many columns on both find room side by side. */
const wide = 130;

export function historyLayout({ columns, rows }: Room): HistoryLayout {
  const beside = columns >= wide;
  const part = (width: number, height: number): Part => ({ width, height, rows: Math.max(1, height - 2) });
  if (beside) {
    const width = Math.floor(columns * 0.45);
    return { beside, list: part(width, rows), diff: part(columns - width, rows) };
  }
  const height = Math.ceil(rows / 2);
  return { beside, list: part(columns, height), diff: part(columns, rows - height) };
}
