import type { MoveEntry } from './change.js';

/** Where files lie that were removed: whole, under their own paths, so that undo brings back even the largest by a rename. */
export const asideFolder = '.loradeck/removed';

/** Does a path lead to what was removed? It is the one place in the program's own folder that a move may name. */
export function isAside(path: string): boolean {
  return path === asideFolder || path.startsWith(`${asideFolder}/`);
}

/**
 * Removes files without reading them: each is moved aside, where undo finds it.
 *
 * @param paths - relative to the workspace
 * @param name - of the folder that they come into; one that was not used yet
 */
export function setAside(paths: readonly string[], name = freshName()): MoveEntry[] {
  return paths.map((path) => ({ kind: 'move', from: path, to: `${asideFolder}/${name}/${path}` }));
}

function freshName(): string {
  const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return `${now}-${Math.random().toString(36).slice(2, 8)}`;
}
