export interface ChecksLayout {
  list: { width: number; height: number };
  detail: { width: number; height: number };
  stacked: boolean;
}

/** Where everything of the Checks screen lies; the last row of the body is the guide's summary. */
export function checksLayout(columns: number, rows: number): ChecksLayout {
  const height = Math.max(4, rows - 1);
  const stacked = columns < 76;
  if (stacked) {
    const list = Math.ceil(height / 2);
    return { list: { width: columns, height: list }, detail: { width: columns, height: height - list }, stacked };
  }
  const width = Math.max(36, Math.min(72, Math.floor(columns * 0.42)));
  return { list: { width, height }, detail: { width: columns - width, height }, stacked };
}
