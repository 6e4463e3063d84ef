import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { whyNot } from '../../core/dataset/workspace.js';
import { holdings } from '../../core/vocabulary/import/shape.js';
import { readList, type ReadList } from '../../core/vocabulary/import/read-list.js';
import { sites } from '../../core/vocabulary/model.js';
import { importTable, type About, type Source } from '../../core/vocabulary/store.js';
import { emptyTable, merge } from '../../core/vocabulary/table.js';
import { printJson } from '../print.js';
import { fail } from '../run-program.js';
import { numberOf, type VocabOptions } from './options.js';
import { progressOn, type Progress } from './progress.js';
import { failIfDamaged, printReport, siteReport, type TakenList } from './report.js';

interface Read extends ReadList {
  from: string;
}

/** `vocab import FILE…`. All files are read before any is taken in, so that a bad one among them changes nothing. */
export async function importLists(files: readonly string[], options: VocabOptions): Promise<void> {
  if (files.length === 0) fail('vocab import needs at least one file.', 2);
  const minPosts = numberOf('--min-posts', options.minPosts, 0);
  const progress = progressOn();
  const imported: { about: About; lists: TakenList[] }[] = [];
  try {
    const read: Read[] = [];
    for (const file of files) {
      const name = basename(file);
      await assertFile(file);
      const onProgress = (share: number) => progress.at(`reading ${name}  ${Math.round(100 * share)}%`);
      const list = await readList(file, { onProgress, ...(options.site && { site: options.site }), ...(options.as && { holds: options.as }), ...(minPosts !== undefined && { minPosts }), adult: options.adult === true });
      read.push({ ...list, from: name });
    }
    for (const site of sites) {
      const lists = read.filter(({ table }) => table.site === site);
      if (lists.length > 0) imported.push({ about: await take(site, lists, options, progress.at), lists });
    }
  } finally {
    progress.end();
  }
  if (options.json) return printJson(imported.map(({ about, lists }) => siteReport(about, lists)));
  for (const { about, lists } of imported) printReport(about, lists);
}

async function take(site: About['site'], lists: readonly Read[], { fresh }: VocabOptions, at: Progress['at']): Promise<About> {
  at('building the index', true);
  const table = emptyTable(site);
  // A name goes before an alias that is spelt alike, in whatever order the files were given.
  const inOrder = [...lists].sort((a, b) => holdings.indexOf(a.holds) - holdings.indexOf(b.holds));
  for (const list of inOrder) merge(table, list.table);
  const now = new Date().toISOString();
  const sources = lists.map<Source>(({ from, format, taken: { tags, aliases, implications } }) => ({ from, format, at: now, tags, aliases, implications }));
  try {
    return (await importTable(table, sources, { fresh: fresh === true })).about;
  } catch (error) {
    failIfDamaged(error, site);
    throw error;
  }
}

/** Exit code 2 with one sentence for what is no file. */
async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => fail(`${path} ${whyNot(error)}.`, 2));
  if (!found.isFile()) fail(`${path} is ${found.isDirectory() ? 'a folder' : 'no file'}, not a list.`, 2);
}
