import { basename } from 'node:path';
import type { Dataset } from '../core/dataset/model.js';
import { CommandFailure, report } from './run-program.js';

/**
 * Says what to do when a workspace holds no image at all, and sets the exit code of wrong use.
 * @returns whether it was so
 */
export function sayIfEmpty({ root, concepts, raw, leftOut, others, rootImages }: Dataset): boolean {
  const lists = [...concepts.flatMap(({ pictures, ignored }) => [pictures, ignored]), raw, leftOut, ...others.map(({ images }) => images), rootImages];
  if (lists.some((list) => list.length > 0)) return false;
  void report(new CommandFailure(`${basename(root)} holds no images: put them into a folder such as 1_name in it, or into Raw to make a concept from.`, 2));
  return true;
}
