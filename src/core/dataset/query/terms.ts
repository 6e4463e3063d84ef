import type { Facts, Picture } from '../model.js';
import { folderName } from '../folder-name.js';
import { QueryError } from './query-error.js';
import type { Term } from './query-tree.js';
import { comparable, searchable } from './searchable.js';

/** What a query may ask of besides the picture itself. */
export interface QueryContext {
  /** Numbers of the marked pictures; none where nothing can be marked. */
  marked?: ReadonlySet<number>;
}

export type Predicate = (picture: Picture, context: QueryContext) => boolean;

/** One kind of term: `NAME:` with a text, or `NAME<` with a number. */
interface TermKind {
  /** How it is written, for messages. */
  usage: string;
  /** It asks for what only the image file tells. */
  facts?: true;
  compile(term: Term): Predicate;
}

/** The terms that the query knows. */
export const terms: Readonly<Record<string, TermKind>> = {
  tag: { usage: 'tag:NAME', compile: (term) => matchTag(term) },
  caption: { usage: 'caption:TEXT', compile: (term) => text(term, (wanted) => (picture) => searchable(picture).caption.includes(wanted)) },
  concept: { usage: 'concept:NAME', compile: (term) => matchConcept(term) },
  file: { usage: 'file:GLOB', compile: (term) => matchFile(term) },
  tags: { usage: 'tags<N', compile: (term) => number(term, (picture) => picture.tags.length) },
  width: { usage: 'width>=N', facts: true, compile: (term) => number(term, fact((facts) => facts.width)) },
  height: { usage: 'height>=N', facts: true, compile: (term) => number(term, fact((facts) => facts.height)) },
  aspect: { usage: 'aspect>N', facts: true, compile: (term) => number(term, fact((facts) => facts.width / facts.height)) },
  format: { usage: 'format:webp', facts: true, compile: (term) => matchFormat(term) },
  alpha: { usage: 'alpha:yes', facts: true, compile: (term) => matchAlpha(term) },
};

/** A word on its own: searched in tags and in the file's name. */
export function matchWord(word: string): Predicate {
  const wanted = comparable(word);
  if (!wanted.includes('*')) {
    return (picture) => searchable(picture).tags.includes(wanted) || searchable(picture).name.includes(wanted);
  }
  const pattern = new RegExp(globSource(wanted), 'u');
  return (picture) => pattern.test(searchable(picture).tags) || pattern.test(searchable(picture).name);
}

function matchTag(term: Term): Predicate {
  return text(term, (wanted) => {
    if (!wanted.includes('*')) {
      const whole = `\n${wanted}\n`;
      return (picture) => searchable(picture).tags.includes(whole);
    }
    const pattern = new RegExp(`\n${globSource(wanted)}\n`, 'u');
    return (picture) => pattern.test(searchable(picture).tags);
  });
}

function matchConcept(term: Term): Predicate {
  return text(term, (wanted) => {
    const pattern = glob(wanted);
    const known = new Map<string, boolean>();
    return ({ folder }) => {
      let found = known.get(folder);
      if (found === undefined) {
        const activation = folderName(folder).text;
        found = [folder, activation, ...activation.split(',')].some((name) => pattern.test(comparable(name).trim()));
        known.set(folder, found);
      }
      return found;
    };
  });
}

function matchFile(term: Term): Predicate {
  return text(term, (wanted) => {
    const pattern = glob(wanted);
    if (wanted.includes('/')) return (picture) => pattern.test(searchable(picture).path);
    return (picture) => pattern.test(searchable(picture).name) || pattern.test(comparable(picture.stem));
  });
}

function matchFormat(term: Term): Predicate {
  const alias: Record<string, string> = { jpg: 'jpeg', tif: 'tiff', heif: 'heic' };
  return text(term, (wanted) => {
    const format = alias[wanted] ?? wanted;
    return ({ facts }) => facts !== null && facts.format === format;
  });
}

function matchAlpha(term: Term): Predicate {
  return text(term, (wanted) => {
    const yes = ['yes', 'true', 'y'].includes(wanted);
    if (!yes && !['no', 'false', 'n'].includes(wanted)) throw new QueryError('alpha is asked for as alpha:yes or alpha:no', term.at);
    return ({ facts }) => facts !== null && facts.error === null && facts.alpha === yes;
  });
}

function text(term: Term, compile: (wanted: string) => Predicate): Predicate {
  const { operator, field } = term;
  if (operator !== ':' && operator !== '=' && operator !== '!=') {
    throw new QueryError(`${field} is a text, so it is written ${terms[field]?.usage ?? field}, not ${field}${operator}`, term.at);
  }
  const predicate = compile(comparable(term.value.text).trim());
  return operator === '!=' ? (picture, context) => !predicate(picture, context) : predicate;
}

function number(term: Term, measure: (picture: Picture) => number): Predicate {
  const { operator, field, value } = term;
  const limit = /^\d+(\.\d+)?$|^\.\d+$/.test(value.text) ? Number(value.text) : NaN;
  if (Number.isNaN(limit)) throw new QueryError(`${field} is compared with a number, as in ${terms[field]?.usage.replace('N', '5') ?? field}`, term.at);
  // A picture that was not measured is NaN: no comparison holds for it.
  const compare: Record<Term['operator'], (measured: number) => boolean> = {
    ':': (measured) => measured === limit,
    '=': (measured) => measured === limit,
    '!=': (measured) => measured < limit || measured > limit,
    '<': (measured) => measured < limit,
    '<=': (measured) => measured <= limit,
    '>': (measured) => measured > limit,
    '>=': (measured) => measured >= limit,
  };
  const holds = compare[operator];
  return (picture) => holds(measure(picture));
}

function fact(measure: (facts: Facts) => number): (picture: Picture) => number {
  return ({ facts }) => (facts === null || facts.error !== null ? NaN : measure(facts));
}

function glob(wanted: string): RegExp {
  return new RegExp(`^${globSource(wanted)}$`, 'u');
}

/** `*` stands for any text within one tag or name. */
function globSource(wanted: string): string {
  return wanted.split('*').map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^\\n]*');
}
