interface Area {
  width: number;
  height: number;
}

export interface SettingsLayout {
  /** Null when there is no room. */
  sections: Area | null;
  list: Area;
  /** The column with what will happen and the help; in its place a pane below when narrow. */
  side: Area | null;
  below: Area | null;
}

/** From this width on there is a third column. */
const wideColumns = 110;

/** Where everything of the Settings screen lies, in a body of these cells. */
export function settingsLayout(columns: number, rows: number): SettingsLayout {
  if (columns >= wideColumns) {
    const sections = { width: columns < 150 ? 16 : 20, height: rows };
    const side = { width: Math.max(40, Math.min(76, Math.floor(columns * 0.36))), height: rows };
    return { sections, list: { width: columns - sections.width - side.width, height: rows }, side, below: null };
  }
  const belowHeight = rows >= 18 ? 7 : rows >= 10 ? 4 : 0;
  const below = belowHeight === 0 ? null : { width: columns, height: belowHeight };
  const height = rows - belowHeight;
  const sections = columns < 64 ? null : { width: 16, height };
  return { sections, list: { width: columns - (sections?.width ?? 0), height }, side: null, below };
}
