import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { dataFolder } from '../core/own-folders.js';
import { startOfProcess } from '../core/process-stat.js';
import { isLive } from '../core/training/run-row.js';
import { packageRoot } from './trainers/package-root.js';

const name = 'Pipnix';

/** How many copies in which somebody worked are kept when a fresh one is made. */
const workedInKept = 3;

/**
 * The sample workspace in the data folder of the person, as they may change it as they like. Of the older copies those in
 * which something was changed or trained stay, three at most.
 * @param again true: the latest copy as it was left; a fresh one when there is none
 * @returns its absolute path
 */
export async function sampleWorkspace({ again }: { again: boolean }): Promise<string> {
  const parent = join(dataFolder(), 'demo');
  await mkdir(parent, { recursive: true });
  const copies = await latestFirst(parent);
  const [latest] = copies;
  if (again && latest !== undefined) return opened(latest);
  let kept = 0;
  for (const copy of copies) {
    if ((await isTrained(copy)) || (await isOpenElsewhere(copy))) continue;
    // A history or runs: somebody worked in it, and may want to come back.
    if (existsSync(join(copy, '.loradeck')) && ++kept <= workedInKept) continue;
    await rm(copy, { recursive: true, force: true });
    await rm(markOf(copy), { force: true });
  }
  return opened(await freshCopy(parent));
}

/** Is this folder a copy of the sample workspace? */
export function isSampleWorkspace(root: string): boolean {
  return dirname(root) === join(dataFolder(), 'demo');
}

/** Under its name only when it is whole, and under one that no program took meanwhile. */
async function freshCopy(parent: string): Promise<string> {
  const unnamed = await mkdtemp(join(parent, '.new-'));
  await cp(join(packageRoot(), 'fixtures/workspace'), unnamed, { recursive: true });
  for (let number = 1; ; number++) {
    const copy = join(parent, number === 1 ? name : `${name} ${number}`);
    try {
      await rename(unnamed, copy);
      return copy;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    }
  }
}

async function latestFirst(parent: string): Promise<string[]> {
  const names = (await readdir(parent)).filter((one) => one === name || one.startsWith(`${name} `));
  const times = await Promise.all(names.map(async (one) => ({ path: join(parent, one), time: (await stat(join(parent, one))).birthtimeMs })));
  return times.sort((a, b) => b.time - a.time).map(({ path }) => path);
}

/** A copy in which a trainer works is left alone: its run must go on. */
async function isTrained(workspace: string): Promise<boolean> {
  const { listRuns } = await import('./runs.js');
  return (await listRuns([workspace])).some(isLive);
}

/** Beside a copy: which process opened it last, so that another one does not take it away meanwhile. */
function markOf(copy: string): string {
  return join(dirname(copy), `.${basename(copy)}.opened`);
}

async function opened(copy: string): Promise<string> {
  await writeFile(markOf(copy), `${process.pid} ${await startOfProcess(process.pid)}`);
  return copy;
}

async function isOpenElsewhere(copy: string): Promise<boolean> {
  const mark = await readFile(markOf(copy), 'utf8').catch(() => '');
  const [, pid, started] = /^(\d+) (.+)$/.exec(mark) ?? [];
  return pid !== undefined && Number(pid) !== process.pid && started === (await startOfProcess(Number(pid)));
}
