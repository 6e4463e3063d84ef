import type { Query, Term } from '../../../src/core/dataset/query/query-tree.js';

/** Writes a query so that reading it gives the same tree, columns aside. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'saved':
      return `@${query.name}`;
    case 'term':
      return printTerm(query);
    case 'not':
      return `not ${isChain(query.inner) ? `(${printQuery(query.inner)})` : printQuery(query.inner)}`;
    default: {
      // Chains lean to the left, so a chain on the right needs its parentheses, and an `or` inside an `and` always.
      const left = printQuery(query.left);
      const right = printQuery(query.right);
      const bindsLooser = query.kind === 'and' && query.left.kind === 'or';
      return `${bindsLooser ? `(${left})` : left} ${query.kind} ${isChain(query.right) ? `(${right})` : right}`;
    }
  }
}

function printTerm({ field, operator, value }: Term): string {
  // A word that ends in a backslash would swallow the parenthesis that may follow it.
  const text = value.quoted || value.text.endsWith('\\') ? `"${value.text.replace(/["\\]/g, '\\$&')}"` : value.text;
  return field === '' ? text : `${field}${operator}${text}`;
}

function isChain(query: Query): boolean {
  return query.kind === 'and' || query.kind === 'or';
}
