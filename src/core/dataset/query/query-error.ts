/** A query that cannot be understood: one sentence, and the place in the text (from 0) where it stops making sense. */
export class QueryError extends Error {
  override name = 'QueryError';
  /** The whole query, where it is known. */
  query?: string;

  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}
