import type { Dataset } from '../../core/dataset/model.js';
import type { Scope } from '../../core/tags/edit-captions.js';
import { counted } from '../../core/words.js';
import { complain, printJson, printLine } from '../print.js';
import type { Prepared } from './action.js';
import type { TagOptions } from './options.js';

/** Makes a change, unless it is only to be shown, and prints what it does. */
export async function printEdit(dataset: Dataset, { pictures }: Scope, { change, edits: known, complete, folder, told }: Prepared, options: TagOptions): Promise<void> {
  const { describeEdits } = await import('../../core/tags/edit-captions.js');
  const { countLine, tagCountChanges } = await import('../../core/tags/tag-counts.js');
  // A rename also touches the settings and the sample prompts.
  const captions = new Set(pictures.map(({ captionPath }) => captionPath));
  const isRename = folder !== undefined && folder.before !== folder.after;
  if ((change.entries.length > 0 || isRename) && !options.dryRun) {
    const { openJournal } = await import('../../core/journal/journal.js');
    await (await openJournal(dataset.root)).apply(complete ? await complete() : change);
  }
  for (const { why } of change.skipped) complain(why);
  const edits = known ?? describeEdits({ ...change, entries: change.entries.filter((entry) => entry.kind === 'text' && captions.has(entry.path)) }, pictures);
  const counts = tagCountChanges(change, pictures);
  const shape = { changed: change.images, unchanged: change.unchanged, edits, counts, skipped: change.skipped, ...told?.json };
  if (options.json) return printJson(folder ? { ...shape, folder } : shape);
  if (options.dryRun) {
    for (const { image, before, after } of edits) {
      printLine(image);
      printLine(`  - ${firstLine(before)}`);
      printLine(`  + ${firstLine(after)}`);
    }
  }
  for (const line of told?.lines ?? []) printLine(line);
  if (counts.length > 0) printLine(countLine(counts, 8));
  const rest = change.unchanged > 0 ? `; ${counted(change.unchanged, 'image')} unchanged` : '';
  printLine(`${options.dryRun ? 'would have ' : ''}${change.what}${rest}`);
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}
