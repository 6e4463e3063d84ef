import type { Preferences } from '../../core/session/preferences.js';

/** Sizes of tiles to choose from, inner cells. */
export const tileSizes = [
  { width: 12, height: 5 },
  { width: 16, height: 8 },
  { width: 24, height: 12 },
  { width: 36, height: 18 },
] as const;

export interface DatasetLayout {
  mode: Preferences['mode'];
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
export function datasetLayout(columns: number, rows: number, { mode, tile }: Pick<Preferences, 'mode' | 'tile'>): DatasetLayout {
  const stacked = columns < 72;
  const detailWidth = stacked ? columns : Math.max(32, Math.min(76, Math.floor(columns * 0.4)));
  const listWidth = stacked ? columns : columns - detailWidth;
  const detailHeight = stacked ? Math.floor(rows / 3) : rows;
  const listHeight = stacked ? rows - detailHeight : rows;
  const inner = { width: listWidth - 2, height: listHeight - 3 };
  const grid = fitTiles(inner, tileSizes[tile ?? suitingTile(inner)] ?? tileSizes[1]);
  return {
    mode,
    list: { width: listWidth, height: listHeight },
    detail: { width: detailWidth, height: detailHeight },
    stacked,
    tile: grid.tile,
    perRow: mode === 'grid' ? grid.perRow : 1,
    // The list has a line of headings over it.
    rows: mode === 'grid' ? grid.rows : Math.max(1, inner.height - 1),
  };
}

/** The size of tiles where none was chosen: small ones in a low window. @param room inner cells of the list */
export function suitingTile(room: { height: number }): number {
  return room.height < 24 ? 0 : 1;
}

/** As many tiles of about the wanted size as fit, stretched so that they fill the room. */
function fitTiles(room: { width: number; height: number }, wanted: { width: number; height: number }) {
  const perRow = Math.max(1, Math.floor(room.width / (wanted.width + 2)));
  const rows = Math.max(1, Math.floor(room.height / (wanted.height + 2)));
  const tile = {
    width: Math.max(4, Math.floor(room.width / perRow) - 2),
    height: Math.max(1, Math.floor(room.height / rows) - 2),
  };
  return { perRow, rows, tile };
}
