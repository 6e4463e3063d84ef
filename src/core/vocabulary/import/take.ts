import { categories, categoryOf, type Category, type Site } from '../model.js';
import { addAlias, addImplication, addTag, type Table } from '../table.js';
import type { Columns, Holds } from './shape.js';

/** What was taken out of a list. */
export interface Taken {
  tags: number;
  aliases: number;
  implications: number;
  skipped: Skipped;
}

/** Rows that were left out, by why. */
export interface Skipped {
  /** Names with too few posts. */
  rare: number;
  /** Aliases and implications that are not in force on the site: asked for, refused, taken back. */
  old: number;
  /** What cannot stand in a caption: a comma in it, characters that steer a terminal, torn ones; nothing at all. */
  unfit: number;
}

export interface TakeOptions {
  site: Site;
  holds: Holds;
  /** Names with fewer posts are left out, when the list tells. */
  minPosts: number;
  /** All names of the list are adult. */
  adult: boolean;
}

/** A row as it comes from any form of list. */
export interface Row {
  name?: unknown;
  category?: unknown;
  posts?: unknown;
  aliases?: unknown;
  retired?: unknown;
  from?: unknown;
  to?: unknown;
  status?: unknown;
}

/** A row of CSV by its columns. */
export function rowOf(cells: readonly string[], columns: Columns): Row {
  const row: Row = {};
  for (const [what, at] of Object.entries(columns) as [keyof Columns, number][]) row[what] = cells[at];
  return row;
}

/** Takes a row into the table. */
export function takeRow(table: Table, row: Row, options: TakeOptions, taken: Taken): void {
  if (options.holds !== 'tags') return takeRelation(table, row, options.holds, taken);
  const name = nameOf(row.name);
  const posts = count(row.posts);
  if (name === null) return void taken.skipped.unfit++;
  if (posts !== null && posts < options.minPosts) return void taken.skipped.rare++;
  const category = categoryIn(row.category, options.site);
  addTag(table, { name, category, posts, ...(isTrue(row.retired) ? { retired: true } : {}), ...(options.adult ? { adult: true } : {}) });
  taken.tags++;
  for (const alias of listOf(row.aliases)) {
    const from = nameOf(alias);
    if (from === null) continue;
    addAlias(table, { from, to: name });
    taken.aliases++;
  }
}

function takeRelation(table: Table, { from: first, to: second, status }: Row, holds: 'aliases' | 'implications', taken: Taken): void {
  const [from, to] = [nameOf(first), nameOf(second)];
  // Sites keep what was asked for and what was taken back in the same list.
  const isOld = typeof status === 'string' && status.trim() !== '' && status.trim() !== 'active';
  if (isOld) return void taken.skipped.old++;
  if (from === null || to === null) return void taken.skipped.unfit++;
  if (holds === 'aliases') addAlias(table, { from, to });
  else addImplication(table, { from, to });
  taken[holds]++;
}

/** A name that can stand in a caption; null for what cannot: commas end a tag, a torn character is none, and a name is not to steer a terminal. */
function nameOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = value.trim();
  return name === '' || name.length > 200 || /[,\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffd]/.test(name) || !name.isWellFormed() ? null : name;
}

function count(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? Math.floor(value) : null;
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : null;
}

/** By the site's number or by its name; what means nothing is general. */
function categoryIn(value: unknown, site: Site): Category {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim().toLowerCase() : '';
  if (/^\d+$/.test(text)) return categoryOf(site, Number(text)) ?? 'general';
  return categories.find((category) => category === text) ?? 'general';
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(true|t|1)$/i.test(value.trim()));
}

function listOf(value: unknown): string[] {
  return typeof value === 'string' ? value.split(',') : [];
}
