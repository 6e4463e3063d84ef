import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../src/core/journal/change.js';
import { follow, isUnder } from '../../src/core/journal/steps.js';

/** Every file of a workspace but for the program's own: path → SHA-256 of what is in it. */
export type Files = Map<string, string>;

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function filesOf(root: string): Files {
  const files: Files = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.startsWith('.loradeck/') && path !== '.child.mjs') files.set(path, hashOf(readFileSync(join(root, path))));
  }
  return files;
}

/** Names and contents in one line, so that two states of a workspace are told apart. */
export function digestOf(files: Files): string {
  return hashOf([...files].sort().join('\n'));
}

/** What the files are after a change, by what it says alone. */
export function after(files: Files, { entries }: Change): Files {
  const next: Files = new Map(files);
  for (const entry of entries) {
    if (entry.kind === 'move') {
      for (const [path, hash] of [...next]) {
        if (!isUnder(path, entry.from)) continue;
        next.delete(path);
        next.set(follow(path, [[entry.from, entry.to]]), hash);
      }
    } else if (entry.after === null) {
      next.delete(entry.path);
    } else {
      next.set(entry.path, entry.kind === 'text' ? hashOf(entry.after) : entry.after);
    }
  }
  return next;
}
