import { createTrainerReader } from './reader.js';
import type { ReadState } from './snapshot.js';

/**
 * A first state of a long log from its beginning (the plan) and its end (where it is now), to show while the middle is
 * read. Saves, warnings and the loss curve of the middle are missing from it. Pass the whole log as `head` and an empty
 * `tail` when they would overlap. Sizes that serve: 256 KiB and 1 MiB.
 */
export function firstLook(head: Uint8Array, tail: Uint8Array): ReadState {
  const reader = createTrainerReader();
  if (tail.length === 0) reader.push(head);
  else {
    // Both are cut within lines: neither half of one may be read as a whole.
    reader.push(head.subarray(0, Math.max(head.lastIndexOf(0x0d), head.lastIndexOf(0x0a)) + 1));
    const start = tail.findIndex((byte) => byte === 0x0d || byte === 0x0a);
    if (start >= 0) reader.push(tail.subarray(start));
  }
  return reader.state();
}
