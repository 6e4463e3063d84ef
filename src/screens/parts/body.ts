/** Rows that the header and the footer take. */
const frameRows = 3;

/** The rows between header and footer. */
export function bodyRows(rows: number): number {
  return Math.max(1, rows - frameRows);
}
