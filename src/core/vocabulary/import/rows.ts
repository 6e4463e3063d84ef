import type { ListShape } from './shape.js';
import type { Row } from './take.js';

/** Rows of a list, and how they are to be taken. */
export interface Rows {
  shape: ListShape;
  rows: AsyncIterable<Row>;
}
