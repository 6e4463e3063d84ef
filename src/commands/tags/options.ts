import type { Place } from '../../core/tags/place-tag.js';
import type { EditingOptions } from '../options.js';
import { fail } from '../run-program.js';

/** The options of `tags`, each for the actions that take it. */
export interface TagOptions extends EditingOptions {
  first?: boolean;
  last?: boolean;
  before?: string;
  after?: string;
  at?: string;
  text?: boolean;
  regex?: boolean;
  case?: boolean;
  by?: string;
  order?: string;
  reverse?: boolean;
  keep?: string;
  parentheses?: string;
  keepUnderscores?: boolean;
  lowerCase?: boolean;
  add?: boolean;
  repeats?: string;
  except?: string;
  byActivation?: boolean;
  aliases?: boolean;
  to?: string;
  loose?: boolean;
  setStyle?: boolean;
}

export type TagOption = Exclude<keyof TagOptions, keyof EditingOptions>;

export const placeOptions = ['first', 'last', 'before', 'after', 'at'] as const satisfies readonly TagOption[];

/** Refuses options that the action does not take. Exit code 2. */
export function checkOptions(action: string, known: readonly TagOption[], options: TagOptions): void {
  const shared: readonly string[] = ['json', 'dryRun', 'where'];
  for (const name of Object.keys(options)) {
    if (shared.includes(name) || (known as readonly string[]).includes(name)) continue;
    if ((placeOptions as readonly string[]).includes(name)) fail('A position goes with add and move alone.', 2);
    fail(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} does not go with tags ${action}.`, 2);
  }
}

/** Where a tag is to go; undefined when nothing is said of it. Exit code 2 for more than one place. */
export function placeOf({ first, last, before, after, at }: TagOptions): Place | undefined {
  const places: Place[] = [];
  if (first) places.push('first');
  if (last) places.push('last');
  if (before !== undefined) places.push({ before });
  if (after !== undefined) places.push({ after });
  if (at !== undefined) places.push({ at: wholeNumber('--at', at) - 1 });
  if (places.length > 1) fail('Only one of --first, --last, --before, --after and --at can be given.', 2);
  return places[0];
}

/** A whole number from 1 on, as an option gives it. Exit code 2 for anything else. */
export function wholeNumber(option: string, text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : fail(`${option} needs a whole number from 1 on.`, 2);
}

/** The tags of some words: one by one, or between commas. */
export function tagsOfWords(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split(',')).map((word) => word.trim()).filter((word) => word !== '');
}
