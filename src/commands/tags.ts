import type { Command } from 'commander';
import type { Dataset } from '../core/dataset/model.js';
import type { Scope, TagChange } from '../core/tags/edit-captions.js';
import type { Place } from '../core/tags/place-tag.js';
import { counted } from '../core/words.js';
import { withEditing, type EditingOptions } from './options.js';
import { complain, printJson, printLine, printTable } from './print.js';
import { fail, guarded } from './run-program.js';
import { openWithPictures, select } from './workspace-argument.js';

interface TagOptions extends EditingOptions {
  first?: boolean;
  last?: boolean;
  before?: string;
  after?: string;
  at?: string;
}

type Action = 'list' | 'add' | 'remove' | 'replace';

/** `tags WORKSPACE list|add|remove|replace`: the tags of the concepts, and bulk edits of them. Raw and Left out are left alone. */
export function register(program: Command): void {
  const command = program
    .command('tags')
    .description('list, add, remove and replace the tags of all images')
    .argument('<workspace>', 'folder of the workspace')
    .argument('[action]', 'list; add TAG…; remove TAG…; replace OLD NEW', 'list')
    .argument('[tag...]', 'the tags; separated by commas or given one by one')
    .option('--first', 'add in front, behind the activation tags; moves a tag that is there')
    .option('--last', 'add at the end; moves a tag that is there')
    .option('--before <tag>', 'add before this tag')
    .option('--after <tag>', 'add after this tag')
    .option('--at <n>', 'add as the nth tag, 1 being the first');
  withEditing(command).action(guarded(run));
}

async function run(workspace: string, action: string, words: readonly string[], options: TagOptions): Promise<void> {
  if (!isAction(action)) fail(`tags knows list, add, remove and replace, not “${action}”.`, 2);
  const place = placeOf(options);
  if (place !== undefined && action !== 'add') fail('A position goes with add alone.', 2);
  const tags = words.flatMap((word) => word.split(',')).map((word) => word.trim()).filter((word) => word !== '');
  if (action === 'list' && tags.length > 0) fail('tags list takes no tags; --where chooses images.', 2);
  if (action === 'replace' && tags.length !== 2) fail('tags replace needs two tags: the old one and the new one.', 2);
  if (action !== 'list' && tags.length === 0) fail(`tags ${action} needs a tag.`, 2);

  const dataset = await openWithPictures(workspace);
  const scope = await select(dataset, options.where);
  if (action === 'list') return list(scope, options);
  const { addTags, removeTags, replaceTag } = await import('../core/tags/verbs.js');
  const [old = '', replacement = ''] = tags;
  if (action === 'add') return edit(dataset, scope, addTags(scope, tags, place), options);
  if (action === 'remove') return edit(dataset, scope, removeTags(scope, tags), options);
  return edit(dataset, scope, replaceTag(scope, old, replacement), options);
}

function isAction(action: string): action is Action {
  return ['list', 'add', 'remove', 'replace'].includes(action);
}

function placeOf({ first, last, before, after, at }: TagOptions): Place | undefined {
  const places: Place[] = [];
  if (first) places.push('first');
  if (last) places.push('last');
  if (before !== undefined) places.push({ before });
  if (after !== undefined) places.push({ after });
  if (at !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(at)) fail('--at needs a whole number from 1 on.', 2);
    places.push({ at: Number(at) - 1 });
  }
  if (places.length > 1) fail('Only one of --first, --last, --before, --after and --at can be given.', 2);
  return places[0];
}

async function list({ pictures }: Scope, options: TagOptions): Promise<void> {
  const { listTags } = await import('../core/tags/tag-index.js');
  const tags = listTags(pictures);
  // What kind of tag it is, a vocabulary tells; without one it is not known.
  if (options.json) return printJson(tags.map(({ tag, count }) => ({ tag, count, category: null })));
  await printTable(['images', 'tag'], tags.map(({ tag, count }) => [count, tag]));
}

async function edit(dataset: Dataset, { pictures }: Scope, change: TagChange, options: TagOptions): Promise<void> {
  const { describeEdits } = await import('../core/tags/edit-captions.js');
  if (change.entries.length > 0 && !options.dryRun) {
    const { openJournal } = await import('../core/journal/journal.js');
    await (await openJournal(dataset.root)).apply(change);
  }
  for (const { why } of change.skipped) complain(why);
  const edits = describeEdits(change, pictures);
  if (options.json) return printJson({ changed: change.images, unchanged: change.unchanged, edits, skipped: change.skipped });
  if (options.dryRun) {
    for (const { image, before, after } of edits) {
      printLine(image);
      printLine(`  - ${firstLine(before)}`);
      printLine(`  + ${firstLine(after)}`);
    }
  }
  const rest = change.unchanged > 0 ? `; ${counted(change.unchanged, 'image')} unchanged` : '';
  printLine(`${options.dryRun ? 'would have ' : ''}${change.what}${rest}`);
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}
