import { guideRule } from '../../checks/guide.js';
import { captionTokens } from '../../trainer-eye/caption-tokens.js';
import { tagKey } from '../../tags/same-tag.js';
import { folderName } from '../folder-name.js';
import type { Facts, Picture } from '../model.js';
import { flag, flagNames } from './flags.js';
import { glob, hasStar } from './glob.js';
import { matchLike } from './like.js';
import { QueryError } from './query-error.js';
import type { Term } from './query-tree.js';
import { comparable, searchable } from './searchable.js';
import { numberTerm, ratio, textTerm, type Predicate, type TermKind } from './term-kind.js';

/** The terms that the query knows. */
export const terms: Readonly<Record<string, TermKind>> = {
  tag: textTerm('tag:NAME', (_, { value }) => matchTag(value.text)),
  first: textTerm('first:NAME', (_, { value }) => matchFirst(value.text)),
  caption: textTerm('caption:TEXT', (wanted) => (picture) => searchable(picture).caption.includes(wanted)),
  concept: textTerm('concept:NAME', (wanted) => matchConcept(wanted)),
  file: textTerm('file:GLOB', (wanted) => matchFile(wanted)),
  issue: { ...textTerm('issue:T08', (_, term) => matchIssue(term)), needs: (term) => (asksForPixels(term) ? ['issues', 'pixels'] : ['issues']) },
  is: { ...textTerm('is:untagged', (_, { value, at }) => flag(value.text, at)), needs: ({ value }) => (value.text.toLowerCase() === 'marked' ? ['marks'] : []) },
  tags: numberTerm('tags<N', ({ tags }) => tags.length),
  tokens: numberTerm('tokens>N', (picture) => captionTokens(picture) ?? NaN, { needs: ['tokens'], example: '75' }),
  chars: numberTerm('chars>N', ({ caption }) => caption?.text.length ?? 0),
  width: numberTerm('width>=N', fact(({ width }) => width), { needs: ['facts'] }),
  height: numberTerm('height>=N', fact(({ height }) => height), { needs: ['facts'] }),
  side: numberTerm('side<N', fact(({ width, height }) => Math.min(width, height)), { needs: ['facts'] }),
  aspect: numberTerm('aspect>N', fact(({ width, height }) => width / height), { needs: ['facts'], read: ratio, example: '3:2' }),
  format: textTerm('format:webp', (wanted) => matchFormat(wanted), ['facts']),
  alpha: textTerm('alpha:yes', (wanted, { at }) => matchAlpha(wanted, at), ['facts']),
  like: textTerm('like:FILE', (wanted) => matchLike(wanted), ['pixels']),
  encoding: textTerm('encoding:utf-16le', (_, { value, at }) => matchEncoding(value.text.toLowerCase(), at)),
};

/** Terms whose place is kept, with what to say of them until then: `score` comes with the suggestions of a tagger. */
export const later: Readonly<Record<string, string>> = {
  score: 'suggestions and their scores are not there yet, so score cannot be asked for',
};

/** A word on its own: searched in tags and in the file's name. */
export function matchWord(word: string): Predicate {
  const wanted = comparable(word);
  // Tags are looked for in one text, in which a line feed is the end of a tag.
  if (wanted.includes('\n')) return () => false;
  if (!hasStar(wanted)) {
    return (picture) => searchable(picture).tags.includes(wanted) || searchable(picture).name.includes(wanted);
  }
  const pattern = glob(wanted, { open: true });
  return (picture) => pattern.matchesLine(searchable(picture).tags) || pattern.matches(searchable(picture).name);
}

function matchTag(name: string): Predicate {
  if (hasStar(name)) {
    const pattern = glob(comparable(name).trim());
    return (picture) => pattern.matchesLine(searchable(picture).tags);
  }
  const whole = `\n${exactKey(name)}\n`;
  return whole.length > 2 && !exactKey(name).includes('\n') ? (picture) => searchable(picture).tags.includes(whole) : () => false;
}

function matchFirst(name: string): Predicate {
  if (hasStar(name)) {
    const pattern = glob(comparable(name).trim());
    return ({ tags: [first] }) => first !== undefined && pattern.matches(tagKey(first));
  }
  const key = exactKey(name);
  return ({ tags: [first] }) => first !== undefined && tagKey(first) === key;
}

/** The key of a tag in which `\*` means a star. */
function exactKey(name: string): string {
  return tagKey(name.replace(/(\\+)\*/g, (_, run: string) => `${run.slice(0, run.length >> 1)}*`));
}

function matchConcept(wanted: string): Predicate {
  const pattern = glob(wanted);
  const known = new Map<string, boolean>();
  return ({ folder }) => {
    let found = known.get(folder);
    if (found === undefined) {
      const activation = folderName(folder).text;
      found = [folder, activation, ...activation.split(',')].some((name) => pattern.matches(comparable(name).trim()));
      known.set(folder, found);
    }
    return found;
  };
}

function matchFile(wanted: string): Predicate {
  const pattern = glob(wanted);
  if (wanted.includes('/')) return (picture) => pattern.matches(searchable(picture).path);
  return (picture) => pattern.matches(searchable(picture).name) || pattern.matches(comparable(picture.stem));
}

const levels: Readonly<Record<string, string>> = { error: 'error', errors: 'error', warn: 'warn', warning: 'warn', warnings: 'warn', info: 'info', note: 'info', notes: 'info' };

function matchIssue({ value: { text }, at }: Term): Predicate {
  const level = levels[text.trim().toLowerCase()];
  if (level !== undefined) return ({ path }, { issues }) => issues?.get(path)?.some((one) => one.level === level) ?? false;
  if (hasStar(text)) {
    const pattern = glob(text.trim().toUpperCase());
    return ({ path }, { issues }) => issues?.get(path)?.some(({ rule }) => pattern.matches(rule)) ?? false;
  }
  const rule = guideRule(text)?.id;
  if (rule === undefined) throw new QueryError(`there is no rule “${text}”; issue takes a rule such as T08, a pattern such as T*, or error, warn or info`, at);
  return ({ path }, { issues }) => issues?.get(path)?.some((one) => one.rule === rule) ?? false;
}

/** What the images themselves are like (D…) may be seen in their pixels alone. */
function asksForPixels({ value: { text } }: Term): boolean {
  return /^[*d]/i.test(text.trim()) || levels[text.trim().toLowerCase()] !== undefined;
}

function matchFormat(wanted: string): Predicate {
  const alias: Record<string, string> = { jpg: 'jpeg', tif: 'tiff', heif: 'heic' };
  const format = Object.hasOwn(alias, wanted) ? alias[wanted] : wanted;
  return ({ facts }) => facts !== null && facts.format === format;
}

function matchAlpha(wanted: string, at: number): Predicate {
  const yes = ['yes', 'true', 'y'].includes(wanted);
  if (!yes && !['no', 'false', 'n'].includes(wanted)) throw new QueryError('alpha is asked for as alpha:yes or alpha:no', at);
  return ({ facts }) => facts !== null && facts.error === null && facts.alpha === yes;
}

const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'unknown'];

function matchEncoding(wanted: string, at: number): Predicate {
  const name = wanted === 'bom' ? 'utf-8-bom' : wanted;
  if (!encodings.includes(name)) throw new QueryError(`encoding is one of ${encodings.join(', ')}`, at);
  return ({ caption }) => caption?.encoding === name;
}

function fact(measure: (facts: Facts) => number): (picture: Picture) => number {
  return ({ facts }) => (facts === null || facts.error !== null ? NaN : measure(facts));
}

/** What can be asked for, for messages. */
export function usages(): string[] {
  return [...Object.values(terms).map(({ usage }) => usage), ...flagNames.filter((name) => name === 'marked' || name === 'untagged'), '@name'];
}
