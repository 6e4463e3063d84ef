import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Change, Entry } from '../../../src/core/journal/change.js';

/** A workspace in a temporary folder with these files, gone when the test ends. */
export async function workspace(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'loradeck-journal-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await put(root, files);
  return root;
}

export async function put(root: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Every file of the workspace with its content, hidden ones of the trainer's folders included, but for the program's own. */
export async function contents(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.startsWith('.loradeck')) found[path] = await readFile(join(root, path), 'latin1');
  }
  return found;
}

export function change(...entries: Entry[]): Change {
  return { what: 'a change', images: entries.length, entries };
}

export function text(path: string, before: string | null, after: string | null): Entry {
  return { kind: 'text', path, before, after };
}

export function move(from: string, to: string): Entry {
  return { kind: 'move', from, to };
}
