import type { Query } from './query-tree.js';

/** Reads a query. Throws SyntaxError where the text is none. */
export function parse(text: string): Query;

export class SyntaxError extends Error {
  expected: { type: string; description?: string; text?: string }[] | null;
  found: string | null;
  location: { start: { offset: number; line: number; column: number } };
}
