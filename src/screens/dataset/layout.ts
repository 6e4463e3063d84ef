import type { DatasetView } from './view.js';

/** Sizes of tiles to choose from, inner cells. */
export const tileSizes = [
  { width: 12, height: 5 },
  { width: 16, height: 8 },
  { width: 24, height: 12 },
  { width: 36, height: 18 },
] as const;

export interface DatasetLayout {
  list: { width: number; height: number };
  detail: { width: number; height: number };
  /** True when the details lie under the list. */
  stacked: boolean;
  tile: { width: number; height: number };
  /** Tiles in a row of the grid; 1 in the list. */
  perRow: number;
  /** Rows of tiles, or of the list, that are seen at once. */
  rows: number;
}

/** Where everything of the Dataset screen lies, in a body of these cells. */
export function datasetLayout(columns: number, rows: number, view: Pick<DatasetView, 'mode' | 'tile'>): DatasetLayout {
  const stacked = columns < 72;
  const detailWidth = stacked ? columns : Math.max(32, Math.min(76, Math.floor(columns * 0.4)));
  const listWidth = stacked ? columns : columns - detailWidth;
  const detailHeight = stacked ? Math.floor(rows / 3) : rows;
  const listHeight = stacked ? rows - detailHeight : rows;
  const inner = { width: listWidth - 2, height: listHeight - 3 };
  const wanted = tileSizes[view.tile] ?? tileSizes[1];
  const tile = {
    width: Math.min(wanted.width, inner.width - 2),
    height: Math.min(wanted.height, Math.max(1, inner.height - 2)),
  };
  const grid = view.mode === 'grid';
  return {
    list: { width: listWidth, height: listHeight },
    detail: { width: detailWidth, height: detailHeight },
    stacked,
    tile,
    perRow: grid ? Math.max(1, Math.floor(inner.width / (tile.width + 2))) : 1,
    rows: Math.max(1, grid ? Math.floor(inner.height / (tile.height + 2)) : inner.height),
  };
}
