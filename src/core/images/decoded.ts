import type { Dataset, Picture } from '../dataset/model.js';
import { everyPicture } from '../dataset/read-pictures.js';
import type { Decoded } from './decode.js';

/** What decoding told of the pictures looked at so far, by path, size and time. */
const known = new Map<string, Decoded>();

/** What is known of a picture's pixels from an earlier `decodeAll`; undefined when it was not decoded. */
export function decodedBefore(root: string, picture: Picture): Decoded | undefined {
  return known.get(keyOf(root, picture));
}

/** Keeps what decoding told of a picture for this session. */
export function rememberDecoded(root: string, picture: Picture, decoded: Decoded): void {
  known.set(keyOf(root, picture), decoded);
}

const made = new WeakMap<Dataset, { of: number; prints: ReadonlyMap<string, string> }>();

/** What the pictures that were decoded look like (`printOf`), by their paths. The same map for a dataset until more were decoded. */
export function printsOf(dataset: Dataset): ReadonlyMap<string, string> {
  const before = made.get(dataset);
  if (before?.of === known.size) return before.prints;
  const prints = new Map<string, string>();
  for (const picture of everyPicture(dataset)) {
    const print = decodedBefore(dataset.root, picture)?.print;
    if (print !== undefined) prints.set(picture.path, print);
  }
  made.set(dataset, { of: known.size, prints });
  return prints;
}

function keyOf(root: string, { path, bytes, mtimeMs }: Picture): string {
  return `${root}\n${path}\n${bytes} ${mtimeMs}`;
}
