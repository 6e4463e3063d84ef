import type { ColumnName } from '../../../core/session/columns.js';
import { columns, type Look } from './columns.js';

/** A column with the cells that it got, and those of the gap before it. */
export interface FittedColumn {
  name: ColumnName;
  width: number;
  gap: number;
}

/**
 * The columns that fit into a line. What does not fit is dropped from the end, but never the name; the caption takes
 * what is left, or else the name does.
 *
 * @param room cells of the line
 */
export function fitColumns(chosen: readonly ColumnName[], room: number, look: Look): FittedColumn[] {
  const names = [...chosen];
  for (;;) {
    const fitted = names.map((name, at) => ({ name, width: widthOf(name, room, look), gap: gapBefore(names, at) }));
    const left = room - fitted.reduce((sum, { width, gap }) => sum + width + gap, 0);
    if (left >= 0) return stretch(fitted, left);
    const last = names.findLastIndex((name) => name !== 'name');
    if (last === -1) return fitted.map((column) => ({ ...column, width: Math.max(0, room) }));
    names.splice(last, 1);
  }
}

function stretch(fitted: FittedColumn[], left: number): FittedColumn[] {
  const taker = fitted.find(({ name }) => name === 'caption') ?? fitted.find(({ name }) => name === 'name');
  return fitted.map((column) => (column === taker ? { ...column, width: column.width + left } : column));
}

function widthOf(name: ColumnName, room: number, look: Look): number {
  const { width } = columns[name];
  return typeof width === 'number' ? width : width(room, look);
}

/** The two signs stand close together; columns of words have a space between them. */
function gapBefore(names: readonly ColumnName[], at: number): number {
  if (at === 0) return 0;
  const isSign = (name: ColumnName | undefined) => name === 'mark' || name === 'finding';
  return isSign(names[at]) && isSign(names[at - 1]) ? 0 : 1;
}
