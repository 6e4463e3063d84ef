import type { Closeup } from './closeup.js';

export interface CloseupLayout {
  /** Outer cells of a pane, one for each picture. */
  panes: readonly { width: number; height: number }[];
  /** B lies under A. */
  stacked: boolean;
  /** Lines under each picture for the tags that only it has. */
  tagLines: number;
}

/** Where everything lies when one or two images take a body of these cells. */
export function closeupLayout(columns: number, rows: number, kind: Closeup['kind']): CloseupLayout {
  if (kind === 'zoom') return { panes: [{ width: columns, height: rows }], stacked: false, tagLines: 0 };
  // As they get more of a square picture; a cell is about twice as high as it is wide.
  const stacked = Math.min(columns, rows) > Math.min(columns / 2, 2 * rows);
  const [left, top] = [Math.ceil(columns / 2), Math.ceil(rows / 2)];
  const panes = stacked
    ? [{ width: columns, height: top }, { width: columns, height: rows - top }]
    : [{ width: left, height: rows }, { width: columns - left, height: rows }];
  const height = Math.min(...panes.map((pane) => pane.height));
  return { panes, stacked, tagLines: height < 14 ? 1 : height < 30 ? 2 : 4 };
}

/** The cells of a pane's picture: all but the border, the line of facts and the tags. */
export function pictureCells({ width, height }: { width: number; height: number }, tagLines: number): { width: number; height: number } {
  return { width: Math.max(0, width - 2), height: Math.max(0, height - 3 - tagLines) };
}
