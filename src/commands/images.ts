import type { Command } from 'commander';
import type { Dataset, Picture } from '../core/dataset/model.js';
import { sayIfEmpty } from './empty-workspace.js';
import { withJson } from './options.js';
import { printJson, printTable } from './print.js';
import { guarded } from './run-program.js';
import { openForCommand, readQuery } from './workspace-argument.js';

/** `images WORKSPACE`: the images of the concepts, and those that were left out, as the trainer would take them. */
export function register(program: Command): void {
  withJson(program.command('images').argument('<workspace>', 'folder that holds the N_name folders'))
    .option('--where <query>', 'only images that match, e.g. \'width<768 or format:webp\'')
    .description('list the images with size, format, caption and bucket')
    .action(guarded(images));
}

async function images(workspace: string, { json = false, where = '' }: { json?: boolean; where?: string }): Promise<void> {
  const { factsOf } = await import('../core/images/read-all.js');
  const { dataset, matches } = await readQuery(await factsOf(await openForCommand(workspace)), where);
  const bucketOf = await bucketsFor(dataset);
  const leftOut = new Set(dataset.leftOut);
  const rows = [...dataset.concepts.flatMap(({ pictures }) => pictures), ...dataset.leftOut]
    .filter(matches)
    .map((picture) => toJson(picture, leftOut.has(picture), bucketOf(picture)));
  if (json) printJson(rows);
  else {
    await printTable(
      ['image', 'size', 'format', 'bucket', 'tags'],
      rows.map(({ path, width, height, format, bucket, tags }) => [
        path,
        width === null ? 'unreadable' : `${width}×${height}`,
        format,
        bucket?.join('×') ?? '',
        tags.length,
      ]),
    );
  }
  sayIfEmpty(dataset);
}

/** One image as the contract has it; sizes and bucket are null when the file cannot be read. */
function toJson(picture: Picture, isLeftOut: boolean, bucket: [number, number] | null) {
  const { path, folder, facts, bytes, caption, tags } = picture;
  const readable = facts !== null && facts.error === null;
  return {
    path,
    concept: isLeftOut ? null : folder,
    width: readable ? facts.width : null,
    height: readable ? facts.height : null,
    format: facts?.format ?? '',
    alpha: facts?.alpha ?? false,
    bytes,
    caption: caption?.text ?? null,
    tags,
    bucket,
    left_out: isLeftOut,
  };
}

async function bucketsFor({ root }: Dataset): Promise<(picture: Picture) => [number, number] | null> {
  const [{ loadSettings }, { bucketOf }] = await Promise.all([import('../core/settings/file.js'), import('../core/plan/bucket-of.js')]);
  const find = bucketOf(await loadSettings(root));
  return (picture) => find(picture)?.bucket ?? null;
}
