import type { Dataset, Picture } from '../dataset/model.js';
import { issuesByImage } from '../checks/by-image.js';
import { compileQuery, QueryError, type CompiledQuery, type Need, type SavedFilters } from '../dataset/query/query.js';
import { printsOf } from '../images/decoded.js';
import { isRaw, leftOutFolder, rawFolder } from '../dataset/workspace.js';
import type { Session } from './session.js';
import { sorted } from './sorted.js';

export { leftOutFolder, rawFolder } from '../dataset/workspace.js';

/** The pictures of the folder that is shown; null = those of all concepts, in order. */
export function folderPictures(dataset: Dataset | null, folder: string | null): readonly Picture[] {
  if (!dataset) return nothing;
  if (folder === null) return trainedPictures(dataset);
  if (isRaw(folder)) return dataset.raw;
  if (folder === leftOutFolder) return dataset.leftOut;
  return dataset.concepts.find((concept) => concept.folder === folder)?.pictures ?? nothing;
}

/** Always the same list, as lists are compared. */
const nothing: readonly Picture[] = [];

const all = new WeakMap<Dataset, readonly Picture[]>();

/** The pictures of all concepts, in the order of the folders. */
export function trainedPictures(dataset: Dataset): readonly Picture[] {
  let pictures = all.get(dataset);
  if (!pictures) {
    pictures = dataset.concepts.flatMap((concept) => concept.pictures);
    all.set(dataset, pictures);
  }
  return pictures;
}

/** What can be shown in the dataset: all concepts, each one, and `Raw` and `Left out` where they hold something. */
export function folders(dataset: Dataset | null): (string | null)[] {
  if (!dataset) return [null];
  const concepts = dataset.concepts.map((concept) => concept.folder);
  const shown: (string | null)[] = concepts.length === 1 ? concepts : [null, ...concepts];
  if (dataset.raw.length > 0) shown.push(rawFolder);
  if (dataset.leftOut.length > 0) shown.push(leftOutFolder);
  return shown;
}

interface Visible {
  pictures: readonly Picture[];
  /** What is wrong with the filter, and at which character (0-based); no picture passes then. */
  error: { message: string; column: number } | null;
}

let last: { key: readonly unknown[]; value: Visible } | null = null;
let order: { key: readonly unknown[]; value: readonly Picture[] } | null = null;

/** What decides which pictures are shown, and in which order. */
export type Shown = Pick<Session, 'dataset' | 'settings' | 'folder' | 'filter' | 'marks' | 'sort' | 'findings' | 'tokensCounted'> & Partial<Pick<Session, 'cursor' | 'held'>>;

/**
 * The pictures that pass the filter, in the order that was chosen. Kept until the dataset, the folder, the filter, the
 * order or (for a filter that asks for them) the marks, the findings or the tokens change, as every frame asks for it. A picture that is
 * edited under the cursor stays there until the cursor goes on, also when the filter is on what was edited.
 */
export function visible(session: Shown): Visible {
  const { filter, marks, findings } = session;
  const pictures = ordered(session);
  if (filter.trim() === '') return plain(pictures);
  const query = queryOf(filter, session.settings?.ours.filters ?? noFilters);
  const needs = query instanceof QueryError ? null : query.needs;
  const held = session.held?.filter === filter && session.held.id === session.cursor ? session.held.id : null;
  const key = [pictures, held, query, needs?.has('marks') ? marks : null, needs?.has('issues') || needs?.has('pixels') ? findings : null, needs?.has('tokens') === true && session.tokensCounted];
  if (last && last.key.every((part, i) => part === key[i])) return last.value;
  const value = query instanceof QueryError ? { pictures: [], error: { message: query.message, column: query.column } } : filtered(pictures, query, { ...session, held });
  last = { key, value };
  return value;
}

/** Does the filter ask for something that has to be got ready first? */
export function filterNeeds({ filter, settings }: Pick<Session, 'filter' | 'settings'>, need: Need): boolean {
  const query = filter.trim() === '' ? null : queryOf(filter, settings?.ours.filters ?? noFilters);
  return query !== null && !(query instanceof QueryError) && query.needs.has(need);
}

const noFilters: SavedFilters = {};
let read: { filter: string; saved: SavedFilters; query: CompiledQuery | QueryError } | null = null;

/** The filter as a function, or what is wrong with it; read once for each text. */
function queryOf(filter: string, saved: SavedFilters): CompiledQuery | QueryError {
  if (read?.filter !== filter || read.saved !== saved) {
    try {
      read = { filter, saved, query: compileQuery(filter, saved) };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      read = { filter, saved, query: error };
    }
  }
  return read.query;
}

function filtered(pictures: readonly Picture[], matches: CompiledQuery, { dataset, marks, findings, held }: Pick<Session, 'dataset' | 'marks' | 'findings'> & { held: number | null }): Visible {
  const prints = dataset && matches.needs.has('pixels') ? printsOf(dataset) : undefined;
  const context = { marked: marks, issues: issuesByImage(findings), ...(prints && { prints }) };
  return { pictures: pictures.filter((picture) => picture.id === held || matches(picture, context)), error: null };
}

const unfiltered = new WeakMap<readonly Picture[], Visible>();

/** Always the same value for the same list. */
function plain(pictures: readonly Picture[]): Visible {
  let value = unfiltered.get(pictures);
  if (!value) unfiltered.set(pictures, (value = { pictures, error: null }));
  return value;
}

/** The pictures of the folder in the order that was chosen; kept by itself, as a filter changes with every key. */
function ordered({ dataset, folder, sort, settings }: Shown): readonly Picture[] {
  if (sort === null) return folderPictures(dataset, folder);
  const key = [dataset, folder, sort.by, sort.descending, sort.by === 'bucket' ? settings : null];
  if (order && order.key.every((part, i) => part === key[i])) return order.value;
  const value = sorted(folderPictures(dataset, folder), sort, { dataset, settings });
  order = { key, value };
  return value;
}

const places = new WeakMap<readonly Picture[], ReadonlyMap<number, number>>();

/** Where in a list the picture of an id stands; -1 when it is not there. The places are looked up once a list. */
export function placeOf(pictures: readonly Picture[], id: number | null): number {
  if (id === null) return -1;
  let found = places.get(pictures);
  if (!found) {
    found = new Map(pictures.map((picture, at) => [picture.id, at]));
    places.set(pictures, found);
  }
  return found.get(id) ?? -1;
}

/** The picture under the cursor, and its place among the visible ones; the first one when the cursor's is not there. */
export function current(session: Shown & Pick<Session, 'cursor'>): { picture: Picture | null; index: number; pictures: readonly Picture[] } {
  const { pictures } = visible(session);
  const index = Math.max(0, placeOf(pictures, session.cursor));
  return { picture: pictures[index] ?? null, index, pictures };
}

/**
 * What a bulk operation works on: the marked pictures when there are any, else the visible ones. Only pictures of
 * concepts, never `Raw` or `Left out`.
 */
export function scope(session: Session): { pictures: readonly Picture[]; name: string } {
  const { dataset, marks, filter, folder } = session;
  if (!dataset) return { pictures: [], name: 'none' };
  const trained = trainedPictures(dataset);
  if (marks.size > 0) return { pictures: trained.filter((picture) => marks.has(picture.id)), name: 'marked' };
  const ids = new Set(visible({ ...session, held: null }).pictures.map((picture) => picture.id));
  const name = filter.trim() !== '' ? 'filtered' : folder === null ? 'in all concepts' : 'in the concept';
  return { pictures: trained.filter((picture) => ids.has(picture.id)), name };
}
