import type { Site } from '../model.js';

/** What a list is made of. */
export type Holds = 'tags' | 'aliases' | 'implications';

export const holdings: readonly Holds[] = ['tags', 'aliases', 'implications'];

/** The forms in which lists come, as a person would call them. */
export const formats = {
  tagcomplete: 'tagcomplete CSV',
  csv: 'CSV with a header',
  e621: 'e621 export',
  danbooru: 'Danbooru JSON',
  json: 'JSON',
  tagger: 'tagger’s CSV',
  plain: 'plain text',
} as const;

export type Format = keyof typeof formats;

/** Which column holds what; -1 or absent = none. */
export interface Columns {
  name?: number;
  category?: number;
  posts?: number;
  aliases?: number;
  retired?: number;
  from?: number;
  to?: number;
  status?: number;
}

/** How a list is to be read. */
export interface ListShape {
  format: Format;
  /** Null: aliases or implications, and the list does not say which. */
  holds: Holds | null;
  /** Where each thing stands in a row of CSV; in JSON the fields have names. */
  columns: Columns;
  /** The first row says what the columns are. */
  header: boolean;
  /** The site whose list it is, when that can be told. */
  site: Site | null;
}

const words: Readonly<Record<string, keyof Columns>> = {
  name: 'name', tag: 'name', tags: 'name', tag_name: 'name',
  category: 'category', type: 'category',
  post_count: 'posts', count: 'posts', posts: 'posts',
  aliases: 'aliases', alias: 'aliases',
  is_deprecated: 'retired',
  antecedent: 'from', antecedent_name: 'from',
  consequent: 'to', consequent_name: 'to',
  status: 'status',
};

/**
 * Tells how a CSV is to be read from its first rows.
 *
 * @param rows - the first rows of the file
 * @param fileName - may say what a list of relations holds, and of which site it is
 */
export function shapeOfCsv(rows: readonly (readonly string[])[], fileName: string): ListShape {
  const [first = []] = rows;
  const columns: Columns = {};
  const heads = first.map((cell) => cell.trim().toLowerCase());
  heads.forEach((head, at) => {
    const what = words[head];
    if (what !== undefined && columns[what] === undefined) columns[what] = at;
  });
  const site = siteOfName(fileName);
  if (columns.from !== undefined && columns.to !== undefined) {
    const isExport = heads[0] === 'id';
    return { format: isExport ? 'e621' : 'csv', holds: holdsByName(fileName), columns, header: true, site: site ?? (isExport ? 'e6' : null) };
  }
  if (columns.name !== undefined && Object.keys(columns).length > 1) {
    const isTagger = heads[0] === 'tag_id';
    const isExport = heads[0] === 'id' && columns.posts !== undefined;
    return { format: isTagger ? 'tagger' : isExport ? 'e621' : 'csv', holds: 'tags', columns, header: true, site: site ?? (isExport ? 'e6' : isTagger ? 'booru' : null) };
  }
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // A text without numbers holds names and nothing else, be it one a line or between commas.
  const isText = /\.txt(\.gz)?$/i.test(fileName) && !rows.every((row) => row.length < 2 || /^\d+$/.test(row[1]?.trim() ?? ''));
  if (widest < 2 || isText) return { format: 'plain', holds: 'tags', columns: { name: 0 }, header: false, site };
  if (widest === 2) return { format: 'csv', holds: 'tags', columns: { name: 0, posts: 1 }, header: false, site };
  return { format: 'tagcomplete', holds: 'tags', columns: { name: 0, category: 1, posts: 2, aliases: 3 }, header: false, site: site ?? siteOfCategories(rows) };
}

/** Tells how a JSON list is to be read from one of its objects. */
export function shapeOfJson(row: Readonly<Record<string, unknown>>, fileName: string): ListShape {
  const site = siteOfName(fileName);
  const base = { columns: {}, header: false };
  if ('antecedent_name' in row && 'consequent_name' in row) return { ...base, format: 'danbooru', holds: holdsByName(fileName), site };
  const isDanbooru = 'is_deprecated' in row || 'words' in row;
  return { ...base, format: isDanbooru ? 'danbooru' : 'json', holds: 'tags', site: site ?? (isDanbooru ? 'booru' : null) };
}

/** The sites call their files `tag_aliases…` and `tag_implications…`; the rows are alike. */
function holdsByName(fileName: string): Holds | null {
  if (/alias/i.test(fileName)) return 'aliases';
  return /implication/i.test(fileName) ? 'implications' : null;
}

export function siteOfName(fileName: string): Site | null {
  if (/danbooru|booru/i.test(fileName)) return 'booru';
  return /e621|(^|[^a-z])e6([^a-z\d]|$)/i.test(fileName) ? 'e6' : null;
}

/** Only e621 has categories above 5. */
function siteOfCategories(rows: readonly (readonly string[])[]): Site | null {
  return rows.some((row) => ['6', '7', '8'].includes(row[1]?.trim() ?? '')) ? 'e6' : null;
}
