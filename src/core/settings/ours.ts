import type { Family, Goal, Ours, PromptStyle, VocabularyChoice } from './model.js';

const GOALS: readonly Goal[] = ['character', 'object', 'clothing', 'concept', 'style'];
const STYLES: readonly PromptStyle[] = ['natural', 'booru', 'e6'];
const VOCABULARIES: readonly VocabularyChoice[] = ['booru', 'e6', 'none'];
const FAMILIES: readonly Family[] = ['sd15', 'sd2', 'sdxl'];

const texts = ['host', 'engine', 'trainer', 'recipe'] as const;

/** What counts when the `[loradeck]` table says nothing. */
export function defaultOurs(): Ours {
  return { goals: {}, filters: {}, style: 'booru', family: null, host: null, engine: null, trainer: null, recipe: null, vocabulary: null, keep_tags: [] };
}

/**
 * Reads the `[loradeck]` table. What cannot be used is left at its default and told to `complain`, with the key as a
 * person would write it and a sentence.
 */
export function readOurs(table: unknown, complain: (key: string, message: string) => void): Ours {
  const ours = defaultOurs();
  if (table === undefined) return ours;
  if (!isTable(table)) {
    complain('loradeck', 'loradeck is a table: write [loradeck] on a line of its own.');
    return ours;
  }
  for (const [key, value] of Object.entries(table)) {
    if (key === 'goals') readGoals(value, ours, complain);
    else if (key === 'filters') readFilters(value, ours, complain);
    else if (key === 'style') ours.style = oneOf(STYLES, value, 'loradeck.style', complain) ?? ours.style;
    else if (key === 'family') ours.family = oneOf(FAMILIES, value, 'loradeck.family', complain);
    else if (key === 'vocabulary') ours.vocabulary = oneOf(VOCABULARIES, value, 'loradeck.vocabulary', complain);
    else if (key === 'keep_tags') readKeptTags(value, ours, complain);
    else if (isText(key)) {
      if (typeof value === 'string') ours[key] = value;
      else complain(`loradeck.${key}`, `loradeck.${key} is a text in quotes.`);
    } else
      complain(
        `loradeck.${key}`,
        `loradeck.${key} is not known and does nothing; known are goals, filters, style, family, vocabulary, keep_tags, ${texts.join(', ')}.`,
      );
  }
  return ours;
}

function readGoals(value: unknown, ours: Ours, complain: (key: string, message: string) => void): void {
  if (!isTable(value)) {
    complain('loradeck.goals', 'loradeck.goals is a table of concept = "goal".');
    return;
  }
  for (const [concept, goal] of Object.entries(value)) {
    const read = oneOf(GOALS, goal, `loradeck.goals."${concept}"`, complain);
    if (read !== null) ours.goals[concept] = read;
  }
}

/** What a query is worth is told where it is used: a filter with a mistake is no mistake of the settings. */
function readFilters(value: unknown, ours: Ours, complain: (key: string, message: string) => void): void {
  if (!isTable(value)) return complain('loradeck.filters', 'loradeck.filters is a table of name = "query".');
  for (const [name, query] of Object.entries(value)) {
    if (typeof query === 'string') ours.filters[name] = query;
    else complain(`loradeck.filters."${name}"`, `loradeck.filters."${name}" is a text in quotes.`);
  }
}

function readKeptTags(value: unknown, ours: Ours, complain: (key: string, message: string) => void): void {
  const tags = Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : [];
  if (!Array.isArray(value) || tags.length < value.length) complain('loradeck.keep_tags', 'loradeck.keep_tags is a list of tags in quotes.');
  ours.keep_tags = tags;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: unknown,
  key: string,
  complain: (key: string, message: string) => void,
): T | null {
  if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
  complain(key, `${key} is one of ${allowed.join(', ')}.`);
  return null;
}

/** The goal of a concept: by its activation text, by its folder, or that of the whole workspace (`*`); null when none is set (W07). */
export function goalFor(goals: Readonly<Record<string, Goal>>, folder: string, activationText: string): Goal | null {
  const key = [activationText, folder, '*'].find((name) => Object.hasOwn(goals, name));
  return key === undefined ? null : (goals[key] ?? null);
}

function isText(key: string): key is (typeof texts)[number] {
  return (texts as readonly string[]).includes(key);
}

/** Is it what TOML calls a table? */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
