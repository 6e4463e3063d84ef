/** A query as a tree. `at` is the place in the text, from 0. */
export type Query =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; left: Query; right: Query }
  | { kind: 'not'; inner: Query }
  | Saved
  | Term;

/** `field` is empty for a bare word. */
export interface Term {
  kind: 'term';
  field: string;
  operator: ':' | '<' | '<=' | '>' | '>=' | '=' | '!=';
  value: { text: string; quoted: boolean };
  at: number;
}

/** `@name`: a filter that was saved under this name. */
export interface Saved {
  kind: 'saved';
  name: string;
  at: number;
}
