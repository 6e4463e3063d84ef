/** What the list of images can show of each, a column each. */
export const columnNames = [
  'mark', 'finding', 'name', 'folder', 'pixels', 'aspect', 'format', 'alpha', 'size', 'changed', 'tags', 'bucket', 'repeats', 'caption',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** The columns that the list can be sorted by: what marks and checks say changes too often for an order. */
export const sortNames = [
  'name', 'folder', 'pixels', 'aspect', 'format', 'alpha', 'size', 'changed', 'tags', 'bucket', 'repeats', 'caption',
] as const satisfies readonly ColumnName[];
export type SortName = (typeof sortNames)[number];

/** An order of the images other than the dataset's own. */
export interface Sort {
  by: SortName;
  /** Largest, latest or last in the alphabet first. */
  descending: boolean;
}
