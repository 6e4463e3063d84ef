import { printable } from '../../printable.js';
import { parse, SyntaxError as GrammarError } from './grammar.js';
import { QueryError } from './query-error.js';
import type { Query, Saved, Term } from './query-tree.js';
import { flag } from './flags.js';
import { isFilterName, savedName, type SavedFilters } from './saved-filters.js';
import type { Need, Predicate, TermKind } from './term-kind.js';
import { later, matchWord, terms, usages } from './terms.js';

export { QueryError } from './query-error.js';
export type { SavedFilters } from './saved-filters.js';
export type { Need, QueryContext } from './term-kind.js';

/** A query that was read. */
export interface CompiledQuery {
  (picture: Parameters<Predicate>[0], context: Parameters<Predicate>[1]): boolean;
  /** What it asks for besides captions and names. What is not given is not matched. */
  needs: ReadonlySet<Need>;
}

/**
 * Reads a query (terms joined by `and`, `or`, `not` and parentheses, a space means `and`) into a function that
 * says of a picture whether it matches. An empty query matches all. What asks for size, format or alpha does not match
 * a picture whose facts were not read, what asks for tokens none before the tokenizer is loaded; `needs` tells beforehand.
 *
 * @param saved - what `@name` stands for
 * @throws QueryError with one sentence and the column
 */
export function compileQuery(text: string, saved: SavedFilters = {}): CompiledQuery {
  const compiler = new Compiler(saved);
  let matches: Predicate;
  try {
    matches = compiler.compile(parseQuery(text));
  } catch (error) {
    if (error instanceof QueryError) error.query = text;
    throw error;
  }
  return Object.assign((picture: Parameters<Predicate>[0], context: Parameters<Predicate>[1]) => matches(picture, context), { needs: compiler.needs });
}

/**
 * Makes sure that a filter can be saved under this name.
 * @throws QueryError when the name or the query cannot be used
 */
export function checkFilter(name: string, query: string, saved: SavedFilters = {}): void {
  if (!isFilterName(name)) throw new QueryError(`“${printable(name)}” is no name for a filter: a letter, then letters, digits, - and _`, 0);
  if (query.trim() === '') throw new QueryError('an empty filter need not be saved', 0);
  compileQuery(query, saved);
  compileQuery(`@${name}`, { ...saved, [savedName(saved, name) ?? name]: query });
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

class Compiler {
  readonly needs = new Set<Need>();
  /** The saved filters that are being read, the outermost first. */
  private readonly open: string[] = [];

  constructor(private readonly saved: SavedFilters) {}

  compile(query: Query): Predicate {
    switch (query.kind) {
      case 'all':
        return () => true;
      case 'not': {
        const inner = this.compile(query.inner);
        return (picture, context) => !inner(picture, context);
      }
      case 'term':
        return this.term(query);
      case 'saved':
        return this.savedFilter(query);
      default: {
        const left = this.compile(query.left);
        const right = this.compile(query.right);
        return query.kind === 'and'
          ? (picture, context) => left(picture, context) && right(picture, context)
          : (picture, context) => left(picture, context) || right(picture, context);
      }
    }
  }

  private term(term: Term): Predicate {
    const { field, value, at } = term;
    if (field === '') return this.word(value, at);
    const kind = kindOf(field);
    if (!kind) {
      const why = Object.hasOwn(later, field) ? later[field] : undefined;
      throw new QueryError(why ?? `there is no term “${field}”; known are ${usages().join(', ')}, and plain words`, at);
    }
    const predicate = kind.compile(term);
    for (const need of kind.needs?.(term) ?? []) this.needs.add(need);
    return predicate;
  }

  private word({ text, quoted }: Term['value'], at: number): Predicate {
    if (quoted) return matchWord(text);
    const unfinished = /^([A-Za-z]+)(:|[<>]=?|!?=)$/.exec(text)?.[1]?.toLowerCase();
    const usage = unfinished === undefined ? undefined : kindOf(unfinished)?.usage;
    if (usage) throw new QueryError(`something is missing after ${text}, it is written ${usage}`, at);
    const word = text.toLowerCase();
    if (word === 'marked') this.needs.add('marks');
    return word === 'marked' || word === 'untagged' ? flag(word, at) : matchWord(text);
  }

  private savedFilter({ name, at }: Saved): Predicate {
    const key = savedName(this.saved, name);
    if (key === null) {
      const names = Object.keys(this.saved);
      throw new QueryError(`no filter is saved as @${name}${names.length > 0 ? `; there are ${names.map((one) => `@${one}`).join(', ')}` : ' yet'}`, at);
    }
    if (this.open.includes(key)) throw new QueryError(`the saved filter @${name} leads back to itself`, at);
    this.open.push(key);
    try {
      return this.compile(parseQuery(this.saved[key] ?? ''));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      throw new QueryError(`in the saved filter @${name}: ${error.message}`, at);
    } finally {
      this.open.pop();
    }
  }
}

function kindOf(field: string): TermKind | undefined {
  return Object.hasOwn(terms, field) ? terms[field] : undefined;
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
