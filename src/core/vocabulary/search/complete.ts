import { completions } from '../../tags/completions.js';
import { tagKey } from '../../tags/same-tag.js';
import type { TagIndex } from '../../tags/tag-index.js';
import { categoryLetters, type Category } from '../model.js';
import { spellingOf, tidied, writtenAs } from '../as-the-set.js';
import { nameKey, written } from '../names.js';
import { speaksOfMinors, standingOf } from '../safety/standing.js';
import type { Vocabulary } from '../vocabulary.js';
import { candidates, type Match } from './candidates.js';

/** What is known of the image and the set while a tag is typed. All of it may be left out. */
export interface CompletionContext {
  /** The tags on the image. */
  present?: readonly string[];
  /** The tags of the set, which are completed too. */
  index?: TagIndex;
  /** What goes with the image's tags: `relatedTags`, made once an image. */
  related?: ReadonlyMap<string, number>;
  /** Tags that were used lately, the last one first. */
  recent?: readonly string[];
  /** Whether adult names are suggested; off unless told. */
  adult?: boolean;
  /** Gives tags of the set alone. */
  ofSet?: boolean;
  /** How many at most; 20 unless told. */
  limit?: number;
}

/** A tag that is offered. */
export interface Suggestion {
  /** As it is to be written: in the set's spelling, else with spaces. */
  tag: string;
  /** Of the vocabulary; null for a tag that only the set has. */
  category: Category | null;
  /** The category in one letter; a space where there is none. */
  letter: string;
  /** How many posts the site has with it; null when that is not known. */
  posts: number | null;
  /** On how many images of the set it is. */
  count: number;
  /** It is on the image already: to be shown dimmed. */
  present: boolean;
  /** The alias by which it was found; null when by its own name. */
  via: string | null;
  match: Match;
}

/** What a kind of match is worth against the rest of {@link score}. */
const worth: Readonly<Record<Match, number>> = { exact: 60, prefix: 40, word: 32, initials: 30, substring: 16, typo: 6 };

interface Scored extends Suggestion {
  score: number;
}

/**
 * Completes a tag from the vocabulary and from the set's own tags: by its beginning, by words (`lo ha`), by their first
 * letters (`bh` → blue hair), by a part, and with one mistake from four letters on; aliases give the name that they stand
 * for. What goes with the image's tags in this set comes first, then what was used lately and what is common.
 *
 * Names that sexualise minors are never given; adult ones only with `adult`, and never beside a tag for a child.
 *
 * @param vocabulary null completes from the set alone
 */
export function complete(vocabulary: Vocabulary | null, typed: string, context: CompletionContext = {}): Suggestion[] {
  const { index, present = [], limit = 20 } = context;
  const key = nameKey(typed);
  const presentKeys = new Set(present.map(tagKey));
  const adult = context.adult === true && !present.some(speaksOfMinors);
  const found = new Map<string, Scored>();
  const spelling = index ? spellingOf(index) : null;
  const keep = (suggestion: Suggestion) => {
    const own = tagKey(suggestion.tag);
    const tag = spelling ? tidied(suggestion.tag, spelling) : suggestion.tag;
    const scored = { ...suggestion, tag, score: score(suggestion, own, key, context, vocabulary) };
    const other = found.get(own);
    if (!other || scored.score > other.score) found.set(own, scored);
  };
  for (const { tag, count, match, present: isPresent } of index ? completions(index, typed, { present, limit: 3 * limit }) : []) {
    if (!mayOffer(tag, adult)) continue;
    const entry = vocabulary?.canonical(tag) ?? -1;
    const isOwn = tagKey(tag) === tagKey(typed);
    keep({ tag, ...facts(vocabulary, entry), count, present: isPresent, via: null, match: isOwn ? 'exact' : match });
  }
  if (vocabulary && key !== '' && context.ofSet !== true) {
    const accepts = (entry: number) => offers(vocabulary, entry, adult);
    for (const { entry, match } of candidates(vocabulary, key, 2 * limit, accepts)) {
      const end = vocabulary.arrays.target[entry] ?? entry;
      const name = vocabulary.name(end);
      const own = found.get(tagKey(name));
      const tag = own?.tag ?? index?.spelling(name) ?? (spelling ? writtenAs(name, spelling) : written(name));
      const count = own?.count ?? index?.count(name) ?? 0;
      const via = end === entry ? null : vocabulary.name(entry);
      keep({ tag, ...facts(vocabulary, end), count, present: presentKeys.has(tagKey(name)), via, match });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1))
    .slice(0, limit)
    .map(({ score: _, ...suggestion }) => suggestion);
}

/** May an entry be suggested, and what it stands for? */
function offers(vocabulary: Vocabulary, entry: number, adult: boolean): boolean {
  const end = vocabulary.arrays.target[entry] ?? entry;
  // An index may be older than the words by which names are refused.
  return vocabulary.isInUse(end) && mayOffer(vocabulary.name(end), adult) && mayOffer(vocabulary.name(entry), adult) && (adult || (!vocabulary.isAdult(entry) && !vocabulary.isAdult(end)));
}

/** May a tag of the set itself be suggested? */
function mayOffer(tag: string, adult: boolean): boolean {
  const state = remembered(tag);
  return state === 'ordinary' || (state === 'adult' && adult);
}

const states = new Map<string, ReturnType<typeof standingOf>>();

function remembered(tag: string): ReturnType<typeof standingOf> {
  let state = states.get(tag);
  if (state === undefined) {
    if (states.size > 50_000) states.clear();
    states.set(tag, (state = standingOf(tag)));
  }
  return state;
}

function facts(vocabulary: Vocabulary | null, entry: number): Pick<Suggestion, 'category' | 'letter' | 'posts'> {
  if (!vocabulary || entry < 0) return { category: null, letter: ' ', posts: null };
  const category = vocabulary.category(entry);
  return { category, letter: categoryLetters[category], posts: vocabulary.posts(entry) };
}

/**
 * How good a suggestion is. An alias that merely holds the text somewhere says little of the name it stands for; initials
 * that are all of them (`lav`) say much.
 */
function score({ match, count, via, tag }: Suggestion, key: string, typed: string, { index, related, recent = [] }: CompletionContext, vocabulary: Vocabulary | null): number {
  const entry = vocabulary?.canonical(tag) ?? -1;
  const common = entry < 0 ? 0 : (vocabulary?.arrays.weight[entry] ?? 0) / 5;
  const share = index && index.size > 0 ? count / index.size : 0;
  const lately = recent.findIndex((other) => tagKey(other) === key);
  return (
    worth[match] +
    common +
    (count > 0 ? 6 + 6 * share : 0) +
    18 * (related?.get(key) ?? 0) +
    (lately < 0 ? 0 : 8 * 0.85 ** lately) +
    (match === 'initials' && via === null && key.split(/[ -]+/).length === typed.length ? 12 : 0) -
    (via === null ? 0 : match === 'exact' || match === 'prefix' ? 2 : 10)
  );
}
