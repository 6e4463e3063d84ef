import type { Scope } from '../../core/tags/edit-captions.js';
import { printJson, printTable } from '../print.js';
import type { TagOptions } from './options.js';

/** Prints the tags of these images with how many have each. */
export async function listTags({ pictures }: Scope, options: TagOptions): Promise<void> {
  const { listTags } = await import('../../core/tags/tag-index.js');
  const tags = listTags(pictures);
  // What kind of tag it is, a vocabulary tells; without one it is not known.
  if (options.json) return printJson(tags.map(({ tag, count }) => ({ tag, count, category: null })));
  await printTable(['images', 'tag'], tags.map(({ tag, count }) => [count, tag]));
}
