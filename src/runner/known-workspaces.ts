import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataFolder } from '../core/own-folders.js';

/**
 * Remembers a workspace, so that a run's id works from anywhere. One small file a workspace: two programs that
 * remember at the same time never lose each other's. Failing to remember is not an error; the workspace still works.
 */
export async function rememberWorkspace(root: string): Promise<void> {
  const path = resolve(root);
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  try {
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), name), path);
  } catch {
    // A home that cannot be written to.
  }
}

/** Absolute paths of the workspaces remembered that are still there, the latest used first. */
export async function knownWorkspaces(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => []);
  const found = await Promise.all(names.map((name) => readKnown(join(folder(), name))));
  return found
    .filter((known) => known !== null)
    .sort((a, b) => b.usedMs - a.usedMs)
    .map((known) => known.path);
}

async function readKnown(file: string): Promise<{ path: string; usedMs: number } | null> {
  try {
    const path = await readFile(file, 'utf8');
    const usedMs = (await stat(file)).mtimeMs;
    return path.startsWith('/') && (await stat(path)).isDirectory() ? { path, usedMs } : null;
  } catch {
    return null;
  }
}

function folder(): string {
  return join(dataFolder(), 'workspaces');
}
