import { printable } from '../../printable.js';
import { parse, SyntaxError as GrammarError } from './grammar.js';
import { QueryError } from './query-error.js';
import type { Query, Term } from './query-tree.js';
import { matchWord, terms, type Predicate, type QueryContext } from './terms.js';

export { QueryError } from './query-error.js';
export type { QueryContext } from './terms.js';

/**
 * Reads a query (terms joined by `and`, `or`, `not` and parentheses, a space means `and`) into a function that
 * says of a picture whether it matches. An empty query matches all. What asks for size, format or alpha does not match
 * a picture whose facts were not read; `needsFacts` tells beforehand.
 * @throws QueryError with one sentence and the column
 */
export function compileQuery(text: string): (picture: Parameters<Predicate>[0], context: QueryContext) => boolean {
  return compile(parseQuery(text));
}

/** Does the query ask for what only the image files tell (size, format, alpha)? @throws QueryError */
export function needsFacts(text: string): boolean {
  const asks = (query: Query): boolean => {
    if (query.kind === 'all') return false;
    if (query.kind === 'term') return terms[query.field]?.facts ?? false;
    return query.kind === 'not' ? asks(query.inner) : asks(query.left) || asks(query.right);
  };
  return asks(parseQuery(text));
}

/** Reads a query into a tree. @throws QueryError */
export function parseQuery(text: string): Query {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GrammarError) throw explain(error, text);
    if (error instanceof RangeError) throw new QueryError('the query has too many parentheses inside each other', 0);
    throw error;
  }
}

function compile(query: Query): Predicate {
  switch (query.kind) {
    case 'all':
      return () => true;
    case 'not': {
      const inner = compile(query.inner);
      return (picture, context) => !inner(picture, context);
    }
    case 'term':
      return compileTerm(query);
    default: {
      const left = compile(query.left);
      const right = compile(query.right);
      return query.kind === 'and'
        ? (picture, context) => left(picture, context) && right(picture, context)
        : (picture, context) => left(picture, context) || right(picture, context);
    }
  }
}

function compileTerm(term: Term): Predicate {
  const { field, value, at } = term;
  if (field === '') {
    const unfinished = value.quoted ? null : /^([A-Za-z]+)(:|[<>]=?|!?=)$/.exec(value.text)?.[1]?.toLowerCase();
    const usage = unfinished ? terms[unfinished]?.usage : undefined;
    if (usage) throw new QueryError(`something is missing after ${value.text}, it is written ${usage}`, at);
    if (!value.quoted && value.text.toLowerCase() === 'marked') return (picture, context) => context.marked?.has(picture.id) ?? false;
    return matchWord(value.text);
  }
  const kind = Object.hasOwn(terms, field) ? terms[field] : undefined;
  if (!kind) {
    const known = Object.values(terms).map(({ usage }) => usage);
    throw new QueryError(`there is no term “${field}”; known are ${known.join(', ')}, marked, and plain words`, at);
  }
  return kind.compile(term);
}

function explain(error: GrammarError, text: string): QueryError {
  const { offset } = error.location.start;
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return new QueryError('a quotation mark is not closed', text.lastIndexOf('"'));
  if (error.found === null) {
    const open = error.expected?.some((one) => one.text === ')') ?? false;
    return new QueryError(open ? 'a parenthesis is not closed' : 'the query stops in the middle', offset);
  }
  if (error.found === ')') return new QueryError('a parenthesis is closed that was not opened (put text that has one into quotes)', offset);
  return new QueryError(`“${printable(text.slice(offset, offset + 12))}” is not expected here`, offset);
}
