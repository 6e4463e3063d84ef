import type { Finding } from '../../checks/finding.js';
import type { Picture } from '../model.js';
import { QueryError } from './query-error.js';
import type { Term } from './query-tree.js';
import { comparable } from './searchable.js';

/** What a query may ask of besides the picture itself. */
export interface QueryContext {
  /** Numbers of the marked pictures; none where nothing can be marked. */
  marked?: ReadonlySet<number>;
  /** What the checks said of each image, by its path; without it no image has an issue. */
  issues?: ReadonlyMap<string, readonly Finding[]>;
  /** What each image looks like (`printOf`), by its path; of those that were decoded. */
  prints?: ReadonlyMap<string, string>;
}

export type Predicate = (picture: Picture, context: QueryContext) => boolean;

/** What a term asks for that is not at hand at once: the image's header, its pixels, what the checks found, the marks, or the tokenizer. */
export type Need = 'facts' | 'pixels' | 'issues' | 'marks' | 'tokens';

/** One kind of term: `NAME:` with a text, or `NAME<` with a number. */
export interface TermKind {
  /** How it is written, for messages. */
  usage: string;
  needs?: (term: Term) => readonly Need[];
  compile(term: Term): Predicate;
}

/** A term that is compared with a text, given in the form of `comparable`. */
export function textTerm(usage: string, compile: (wanted: string, term: Term) => Predicate, needs: readonly Need[] = []): TermKind {
  return {
    usage,
    needs: () => needs,
    compile: (term) => {
      const { operator, field, value } = term;
      if (operator !== ':' && operator !== '=' && operator !== '!=') {
        throw new QueryError(`${field} is a text, so it is written ${usage}, not ${field}${operator}`, term.at);
      }
      const predicate = compile(comparable(value.text).trim(), term);
      return operator === '!=' ? (picture, context) => !predicate(picture, context) : predicate;
    },
  };
}

/**
 * A term that is compared with a number or a range `A..B`, of which either end may be left out.
 *
 * @param measure - NaN where it is not known: no comparison holds then
 * @param read - what a number may look like; digits with a point unless given
 */
export function numberTerm(usage: string, measure: (picture: Picture) => number, { needs = [], read = plainNumber, example = '5' }: { needs?: readonly Need[]; read?: (text: string) => number; example?: string } = {}): TermKind {
  return {
    usage,
    needs: () => needs,
    compile: ({ operator, field, value, at }) => {
      const [low, high = low, ...more] = value.text.split('..');
      const isRange = value.text.includes('..');
      const [from, to] = [low === '' && isRange ? -Infinity : read(low ?? ''), high === '' && isRange ? Infinity : read(high ?? '')];
      if (Number.isNaN(from) || Number.isNaN(to) || more.length > 0 || (isRange && low === '' && high === '')) {
        throw new QueryError(`${field} is compared with a number, as in ${usage.replace('N', example)}, or with a range, as in ${field}:${example}..${read === plainNumber ? '9' : '2:1'}`, at);
      }
      if (isRange && operator !== ':' && operator !== '=' && operator !== '!=') {
        throw new QueryError(`a range goes with a colon, as in ${field}:${value.text}`, at);
      }
      if (from > to) throw new QueryError(`the range ${value.text} begins behind its end`, at);
      const holds = compare[operator];
      return (picture) => holds(measure(picture), from, to);
    },
  };
}

const compare: Record<Term['operator'], (measured: number, from: number, to: number) => boolean> = {
  ':': (measured, from, to) => measured >= from && measured <= to,
  '=': (measured, from, to) => measured >= from && measured <= to,
  '!=': (measured, from, to) => measured < from || measured > to,
  '<': (measured, from) => measured < from,
  '<=': (measured, from) => measured <= from,
  '>': (measured, from) => measured > from,
  '>=': (measured, from) => measured >= from,
};

function plainNumber(text: string): number {
  return /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : NaN;
}

/** A number, or width and height as in `16:9` and `3/2`. */
export function ratio(text: string): number {
  const [, width, height] = /^(\d+)[:/](\d+)$/.exec(text) ?? [];
  return width === undefined ? plainNumber(text) : Number(height) === 0 ? NaN : Number(width) / Number(height);
}
