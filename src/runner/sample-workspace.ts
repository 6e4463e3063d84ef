import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataFolder } from '../core/own-folders.js';
import { isLive } from '../core/training/run-row.js';
import { packageRoot } from './trainers/package-root.js';

const name = 'Pipnix';

/**
 * The sample workspace in the data folder of the person, as they may change it as they like.
 * @param again true: the latest copy as it was left; a fresh one when there is none
 * @returns its absolute path
 */
export async function sampleWorkspace({ again }: { again: boolean }): Promise<string> {
  const parent = join(dataFolder(), 'demo');
  await mkdir(parent, { recursive: true });
  const copies = await latestFirst(parent);
  const [latest] = copies;
  if (again && latest !== undefined) return latest;
  // A copy in which a trainer works is left alone: its run must go on.
  for (const copy of copies) if (!(await isTrained(copy))) await rm(copy, { recursive: true, force: true });
  const taken = new Set(await readdir(parent));
  let folder = name;
  for (let number = 2; taken.has(folder); number++) folder = `${name} ${number}`;
  const copy = join(parent, folder);
  await cp(join(packageRoot(), 'fixtures/workspace'), copy, { recursive: true });
  return copy;
}

/** Is this folder a copy of the sample workspace? */
export function isSampleWorkspace(root: string): boolean {
  return dirname(root) === join(dataFolder(), 'demo');
}

async function latestFirst(parent: string): Promise<string[]> {
  const names = (await readdir(parent)).filter((one) => one === name || one.startsWith(`${name} `));
  const times = await Promise.all(names.map(async (one) => ({ path: join(parent, one), time: (await stat(join(parent, one))).birthtimeMs })));
  return times.sort((a, b) => b.time - a.time).map(({ path }) => path);
}

async function isTrained(workspace: string): Promise<boolean> {
  const { listRuns } = await import('./runs.js');
  return (await listRuns([workspace])).some(isLive);
}
