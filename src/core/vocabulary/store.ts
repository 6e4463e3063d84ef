import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WorkspaceBusy } from '../journal/errors.js';
import { sweepLocks, takeLock, type Release } from '../journal/lock.js';
import { cacheFolder, dataFolder } from '../own-folders.js';
import { printable } from '../printable.js';
import { buildIndex, type Built } from './index/build.js';
import { IndexDamaged, packIndex, unpackIndex } from './index/layout.js';
import { tableOf } from './index/table-of.js';
import { siteNames, type Site } from './model.js';
import { shippedSum } from './shipped/sum.js';
import { shippedTable } from './shipped/table.js';
import { merge, supplement, type Table } from './table.js';
import { Vocabulary } from './vocabulary.js';

/** A list that an index holds. */
export interface Source {
  /** The file's name, or the address that it was fetched from. */
  from: string;
  format: string;
  /** When it was taken in; ISO 8601. */
  at: string;
  tags: number;
  aliases: number;
  implications: number;
}

/** What an index says of itself. */
export interface About {
  site: Site;
  sources: Source[];
  counts: Built['counts'];
  /** The implications come from a list, not with the program. */
  ownImplications: boolean;
  /** {@link shippedSum} of the program that made it. */
  shipped: number;
}

/** A vocabulary that is ready, and where it comes from. */
export interface Opened {
  vocabulary: Vocabulary;
  about: About;
  /** Why what was imported could not be used, in one sentence; null when it was, or when nothing was imported. */
  problem: string | null;
}

/** Where the index of a site's imported lists lies: in the data folder, never in a workspace. */
export function importedPath(site: Site): string {
  return join(dataFolder(), 'vocabulary', `${site}.index`);
}

/** Where the index of what comes with the program lies. It is made again when it is missing. */
export function shippedPath(site: Site): string {
  return join(cacheFolder(), 'vocabulary', `${site}.index`);
}

/**
 * Opens the vocabulary of a site: the imported lists with what comes with the program, or the latter alone. Never throws
 * for a file that is missing or damaged.
 */
export async function openVocabulary(site: Site): Promise<Opened> {
  try {
    const found = await readIndex(importedPath(site));
    if (found) return { ...found, problem: null };
    return { ...(await openShipped(site)), problem: null };
  } catch (error) {
    const path = printable(importedPath(site));
    const why = error instanceof IndexDamaged ? error.message : 'cannot be read.';
    const problem = `${path} ${why} Until the lists are imported again only the names that come with the program are known.`;
    return { ...(await openShipped(site)), problem };
  }
}

async function openShipped(site: Site): Promise<Pick<Opened, 'vocabulary' | 'about'>> {
  const path = shippedPath(site);
  const sum = shippedSum();
  const kept = await readIndex(path).catch(() => null);
  if (kept?.about.shipped === sum) return kept;
  const made = make(shippedTable(site), [], false);
  // It saves some milliseconds next time; a home that cannot be written to does without.
  await writeIndex(path, made.vocabulary, made.about, false).catch(() => {});
  return made;
}

export interface ImportOptions {
  /** Forget what was imported earlier. */
  fresh?: boolean;
  /** How long another program is waited for, in milliseconds; a minute unless set. */
  patience?: number;
  /** Earlier lists in whose place these come, beside those of the same name. */
  replaces?: (source: Source) => boolean;
}

/**
 * Adds lists to those of a site and keeps the index. One at a time: whoever comes meanwhile, in this program or another,
 * waits and adds theirs to what this one left.
 *
 * @param table - what the lists hold; it goes before what was imported earlier, and is changed
 * @throws VocabularyBusy when another program imports for too long, IndexDamaged when what was imported earlier cannot be read
 */
export async function importTable(table: Table, sources: readonly Source[], { fresh = false, patience = 60_000, replaces = () => false }: ImportOptions = {}): Promise<Opened> {
  const { site } = table;
  const path = importedPath(site);
  const release = await lockOf(dirname(path), patience);
  try {
    await sweep(dirname(path));
    const before = fresh ? null : await readIndex(path);
    if (before) merge(table, tableOf(before.vocabulary, before.about.ownImplications));
    const ownImplications = table.implications.size > 0;
    supplement(table, shippedTable(site));
    // A list that comes again takes its own place.
    const others = (before?.about.sources ?? []).filter((one) => !replaces(one) && !sources.some((source) => source.from === one.from));
    const made = make(table, [...others, ...sources], ownImplications);
    await writeIndex(path, made.vocabulary, made.about);
    return { ...made, problem: null };
  } finally {
    await release();
  }
}

/** What is known of the lists that were imported for a site; null when there are none. @throws IndexDamaged */
export async function importedAbout(site: Site): Promise<About | null> {
  return (await readIndex(importedPath(site)))?.about ?? null;
}

/** Another program writes the same vocabulary. */
export class VocabularyBusy extends Error {
  override readonly name = 'VocabularyBusy';
}

/** Takes the lock of a folder in which vocabularies are kept. */
export async function lockOf(folder: string, patience: number, message = 'Another program imports lists just now: nothing was taken in; try again when it is done.'): Promise<Release> {
  try {
    return await takeLock(folder, patience);
  } catch (error) {
    throw error instanceof WorkspaceBusy ? new VocabularyBusy(message) : error;
  }
}

/** Forgets what was imported for a site. */
export async function forgetImported(site: Site): Promise<void> {
  await rm(importedPath(site), { force: true });
}

/** The vocabulary of lists in memory, for those who keep nothing. */
export function vocabularyOf(table: Table): Vocabulary {
  return new Vocabulary(table.site, buildIndex(table).arrays);
}

function make(table: Table, sources: Source[], ownImplications: boolean): Pick<Opened, 'vocabulary' | 'about'> {
  const { arrays, counts } = buildIndex(table);
  return { vocabulary: new Vocabulary(table.site, arrays), about: { site: table.site, sources, counts, ownImplications, shipped: shippedSum() } };
}

/** Null when there is none. */
async function readIndex(path: string): Promise<Pick<Opened, 'vocabulary' | 'about'> | null> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  const { arrays, described } = unpackIndex(file);
  const about = described.about as About;
  if (!Object.hasOwn(siteNames, about.site)) throw new IndexDamaged('is no vocabulary index.');
  return { vocabulary: new Vocabulary(about.site, arrays), about };
}

/** Takes away what programs left that were killed while they wrote. Called by who holds the lock. */
async function sweep(folder: string): Promise<void> {
  await sweepLocks(folder);
  const left = (await readdir(folder)).filter((name) => /^\w+\.index\.\d+$/.test(name));
  for (const name of left) await rm(join(folder, name), { force: true });
}

async function writeIndex(path: string, { arrays }: Vocabulary, about: About, fsync = true): Promise<void> {
  const { default: write } = await import('write-file-atomic');
  await mkdir(dirname(path), { recursive: true });
  await write(path, Buffer.from(packIndex(arrays, about)), { fsync });
}
