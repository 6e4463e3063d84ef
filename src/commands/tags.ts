import type { Command } from 'commander';
import { withEditing } from './options.js';
import { fail, guarded } from './run-program.js';
import type { Action } from './tags/action.js';
import { actions, isAction } from './tags/actions.js';
import { listTags } from './tags/list.js';
import { checkOptions, type TagOptions } from './tags/options.js';
import { printEdit } from './tags/print-edit.js';
import { openWithPictures, select } from './workspace-argument.js';

/** `tags WORKSPACE list|add|remove|…`: the tags of the concepts, and bulk edits of their captions. Raw and Left out are left alone. */
export function register(program: Command): void {
  const usages = ['list', ...Object.values(actions).map(({ usage }) => usage)];
  const command = program
    .command('tags')
    .description('list the tags of all images and edit them in bulk')
    .argument('<workspace>', 'folder of the workspace')
    .argument('[action]', usages.join('; '), 'list')
    .argument('[word...]', 'tags are given one by one or separated by commas')
    .option('--first', 'add or move: in front, behind the activation tags')
    .option('--last', 'add or move: to the end')
    .option('--before <tag>', 'add or move: before this tag')
    .option('--after <tag>', 'add or move: after this tag')
    .option('--at <n>', 'add or move: as the nth tag, 1 being the first')
    .option('--text', 'replace: text wherever it stands, across tags')
    .option('--regex', 'replace: by a regular expression in each tag; with --text in the whole caption')
    .option('--case', 'replace with --text or --regex: A is not a')
    .option('--by <order>', 'sort: frequency, alphabet or category')
    .option('--order <tags>', 'sort: in the order of these tags, * for any text')
    .option('--reverse', 'sort: the other way round')
    .option('--keep <n>', 'sort: leave the first n tags where they are')
    .option('--parentheses <how>', 'normalise: escaped or plain; unless given they stay')
    .option('--keep-underscores', 'normalise: leave underscores')
    .option('--lower-case', 'normalise: in lower case')
    .option('--add', 'copy: add to the tags that are there')
    .option('--except <tags>', 'prune or convert: tags that stay')
    .option('--by-activation', 'prune: also what an activation tag implies')
    .option('--aliases', 'convert: aliases to the names they stand for')
    .option('--to <site>', 'convert: to the names of e6 or booru')
    .option('--loose', 'convert: near, wider and narrower names too')
    .option('--set-style', 'convert: with --to, the style in loradeck.toml too')
    .option('--repeats <n>', 'rename: also another number of repeats');
  withEditing(command).action(guarded(run));
}

async function run(workspace: string, name: string, words: readonly string[], options: TagOptions): Promise<void> {
  if (name === 'list') {
    checkOptions('list', [], options);
    if (words.length > 0) fail('tags list takes no tags; --where chooses images.', 2);
    return listTags(await select(await openWithPictures(workspace), options.where), options);
  }
  if (!isAction(name)) fail(`tags knows list, ${Object.keys(actions).join(', ')}, not “${name}”.`, 2);
  const action: Action = actions[name];
  checkOptions(name, action.options ?? [], options);
  const prepare = action.read(words, options);
  const dataset = await openWithPictures(workspace);
  const scope = await select(dataset, options.where);
  await printEdit(dataset, scope, await prepare({ dataset, scope }), options);
}
