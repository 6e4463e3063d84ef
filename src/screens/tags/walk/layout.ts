import { tagsLayout } from '../layout.js';

export interface WalkLayout {
  picture: number;
  tags: { width: number; height: number };
  palette: { width: number; height: number };
  /** Letters side by side, and how many in all. */
  across: number;
  letters: number;
  /** The palette lies under the tags. */
  narrow: boolean;
}

/** The narrowest cell of a letter with its tag. */
const narrowest = 17;

/** Where everything of the walk lies, in a body of these cells; the last row is the line at the bottom. */
export function walkLayout(columns: number, rows: number): WalkLayout {
  const { narrow } = tagsLayout(columns, rows);
  const height = Math.max(6, rows - 1);
  if (narrow) {
    const width = Math.max(30, Math.floor(columns * 0.47));
    const tags = Math.max(3, Math.min(8, Math.floor(height * 0.4)));
    return withLetters({ picture: columns - width, tags: { width, height: tags }, palette: { width, height: height - tags }, narrow });
  }
  const width = Math.max(32, Math.min(52, Math.floor(columns * 0.26)));
  const side = Math.min(32, width);
  return withLetters({ picture: columns - width - side, tags: { width: side, height }, palette: { width, height }, narrow });
}

function withLetters(layout: Omit<WalkLayout, 'across' | 'letters'>): WalkLayout {
  const rows = layout.palette.height - 2;
  // In a high window one row each is easier to read than two side by side.
  const across = rows >= 26 ? 1 : Math.max(1, Math.floor((layout.palette.width - 2) / narrowest));
  return { ...layout, across, letters: Math.max(1, Math.min(26, rows * across)) };
}
