/** A query as a tree. `field` is empty for a bare word; `at` is its place in the text, from 0. */
export type Query =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; left: Query; right: Query }
  | { kind: 'not'; inner: Query }
  | Term;

export interface Term {
  kind: 'term';
  field: string;
  operator: ':' | '<' | '<=' | '>' | '>=' | '=' | '!=';
  value: { text: string; quoted: boolean };
  at: number;
}
