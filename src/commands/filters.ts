import type { Command } from 'commander';
import type { Dataset } from '../core/dataset/model.js';
import type { SettingsFile } from '../core/settings/file.js';
import { counted } from '../core/words.js';
import { withJson } from './options.js';
import { printJson, printLine, printTable } from './print.js';
import { fail, guarded } from './run-program.js';
import { openForCommand, readQuery, rootForCommand } from './workspace-argument.js';

interface FilterOptions {
  json?: boolean;
  dryRun?: boolean;
}

/** `filters WORKSPACE list|set NAME QUERY|remove NAME`: the saved filters, used as `@NAME` in every query. */
export function register(program: Command): void {
  const command = program
    .command('filters')
    .description('list, save and remove filters that queries use as @NAME')
    .argument('<workspace>', 'folder of the workspace')
    .argument('[action]', 'list; set NAME QUERY; remove NAME', 'list')
    .argument('[name]', 'name of the filter, without @')
    .argument('[query]', 'the query')
    .option('--dry-run', 'show what would change and change nothing');
  withJson(command).action(guarded(run));
}

async function run(workspace: string, action: string, typed: string | undefined, query: string | undefined, options: FilterOptions): Promise<void> {
  if (action !== 'list' && action !== 'set' && action !== 'remove') fail(`filters knows list, set and remove, not “${action}”.`, 2);
  if (action === 'list') {
    if (typed !== undefined) fail('filters list takes nothing more.', 2);
    return list(await openForCommand(workspace), options);
  }
  const name = typed?.replace(/^@/, '') ?? fail(`filters ${action} needs a name.`, 2);
  if (action === 'set' && query === undefined) fail('filters set needs a name and a query.', 2);
  if (action === 'remove' && query !== undefined) fail('filters remove takes a name alone.', 2);
  const root = await rootForCommand(workspace);
  const { loadSettings } = await import('../core/settings/file.js');
  await change(await loadSettings(root), name, action === 'set' ? (query ?? '') : null, options);
}

async function list(dataset: Dataset, { json }: FilterOptions): Promise<void> {
  const { readSettings } = await import('../core/settings/file.js');
  const saved = (await readSettings(dataset.root)).ours.filters;
  const rows = [];
  for (const [name, query] of Object.entries(saved).sort(([a], [b]) => (a < b ? -1 : 1))) rows.push({ name, query, ...(await found(dataset, query)) });
  if (json) return printJson(rows);
  await printTable(['filter', 'images', 'query'], rows.map(({ name, query, images, error }) => [`@${name}`, images ?? '', error === null ? query : `${query}  (${error})`]));
}

async function found(dataset: Dataset, query: string): Promise<{ images: number | null; error: string | null }> {
  const { QueryError } = await import('../core/dataset/query/query.js');
  try {
    const { dataset: full, matches } = await readQuery(dataset, query);
    return { images: full.concepts.flatMap(({ pictures }) => pictures).filter(matches).length, error: null };
  } catch (error) {
    if (error instanceof QueryError) return { images: null, error: error.message };
    throw error;
  }
}

async function change(file: SettingsFile, name: string, query: string | null, { json, dryRun }: FilterOptions): Promise<void> {
  const { checkFilter } = await import('../core/dataset/query/query.js');
  const { savedName } = await import('../core/dataset/query/saved-filters.js');
  const { filters } = file.ours;
  const key = savedName(filters, name);
  if (query !== null) checkFilter(name, query, filters);
  else if (key === null) fail(`No filter is saved as @${name}.`, 2);
  const { setFilter } = await import('../core/settings/edit.js');
  const edit = setFilter(file, name, query);
  if (edit.entries.length > 0 && !dryRun) {
    const { openJournal } = await import('../core/journal/journal.js');
    await (await openJournal(file.root)).apply(edit);
  }
  if (json) return printJson({ changed: edit.entries.length, name: key ?? name, before: key === null ? null : filters[key], after: query });
  printLine(edit.entries.length === 0 ? `unchanged; ${counted(Object.keys(filters).length, 'filter')} saved` : `${dryRun ? 'would have ' : ''}${edit.what}`);
}
