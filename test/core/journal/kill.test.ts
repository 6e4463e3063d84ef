import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openJournal } from '../../../src/core/journal/journal.js';
import { editionOf } from './editions.js';
import { workspace } from './workspace.js';

const kills = 42;
const captions = 500;
const here = dirname(fileURLToPath(import.meta.url));

test(`a bulk edit of ${captions} captions survives being killed ${kills} times at any moment`, async () => {
  const names = Array.from({ length: captions }, (_, n) => `${n}.txt`);
  const root = await workspace(Object.fromEntries(names.map((name) => [`1_a/${name}`, editionOf(name, 1)])));
  const child = join(root, '.child.mjs');
  await build({ entryPoints: [join(here, 'bulk-edit-child.ts')], outfile: child, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });

  let whileApplying = 0;
  let rolledBack = 0;
  let undone = 0;
  let typical = 150;
  for (let kill = 0; kill < kills; kill++) {
    const before = await editionNow(root, names);
    const { phases, took } = await killedAtRandom(child, root, typical, kill % 4 === 0);
    const underway = /[AUR]$/.exec(phases)?.[0];
    if (underway) whileApplying++;
    if (took !== null) typical = took;

    // Whatever moment it was: every caption is whole, and of one of two neighbouring editions.
    const found = new Set<number>();
    for (const name of names) found.add(await editionOfFile(root, name));
    expect([...found].sort((a, b) => a - b)).toEqual(expect.toSatisfy((list: number[]) => list.length === 1 || (list.length === 2 && list[1] === (list[0] ?? 0) + 1)));

    const journal = await openJournal(root);
    rolledBack += journal.recovered.length;
    const after = await editionNow(root, names);
    const whole = before + [...phases].reduce((sum, phase) => sum + ({ a: 1, u: -1, r: 1 }[phase] ?? 0), 0);
    expect([whole, whole + (underway === undefined ? 0 : underway === 'U' ? -1 : 1)]).toContain(after);
    expect(journal.recovered.flatMap(({ inTheWay }) => inTheWay)).toEqual([]);
    expect((await readdir(join(root, '1_a'))).sort()).toEqual([...names].sort());

    if (kill % 4 === 0 && journal.last.undo) {
      await journal.undo();
      expect(await editionNow(root, names)).toBe(after - 1);
      undone++;
    }
    await tidy(root, kill);
  }
  console.log(`${whileApplying} of ${kills} kills landed while a change was being applied, undone or redone; ${rolledBack} changes were rolled back`);
  expect(whileApplying).toBeGreaterThanOrEqual(kills / 2);
  expect(undone).toBeGreaterThan(5);
  expect(rolledBack).toBeGreaterThan(0);
  expect(rolledBack).toBeLessThanOrEqual(kills);
}, 120_000);

/**
 * Starts the child, lets it work for a random while, kills it, and tells what it was at.
 *
 * @param typical - how long one change takes, in milliseconds
 * @param patient - let it finish one change first
 */
async function killedAtRandom(child: string, root: string, typical: number, patient: boolean): Promise<{ phases: string; took: number | null }> {
  const process_ = spawn(process.execPath, [child, root], { stdio: ['ignore', 'pipe', 'pipe'] });
  let phases = '';
  let complaint = '';
  let start = 0;
  let took: number | null = null;
  process_.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const begun = new Promise<void>((resolve) => {
    process_.stdout.on('data', (bytes: Buffer) => {
      phases += bytes.toString();
      if (/[AUR]$/.test(phases)) start = performance.now();
      else took = performance.now() - start;
      if (!patient || /[aur]/.test(phases)) resolve();
    });
  });
  await Promise.race([begun, once(process_, 'exit')]);
  await sleep(Math.random() * Math.min(typical, 500) * 1.5);
  process_.kill('SIGKILL');
  if (process_.exitCode === null && process_.signalCode === null) await once(process_, 'exit');
  expect(complaint).toBe('');
  // Taken after its death, as what it wrote before may still have been in the pipe.
  if (!process_.stdout.readableEnded) await once(process_.stdout, 'end');
  return { phases, took };
}

async function editionOfFile(root: string, name: string): Promise<number> {
  const text = await readFile(join(root, '1_a', name), 'utf8').catch(() => readFile(join(root, '2_b', name), 'utf8'));
  const edition = Number(/edition (\d+)/.exec(text)?.[1]);
  expect(text).toBe(editionOf(name, edition));
  return edition;
}

/** The edition that all captions have. */
async function editionNow(root: string, names: readonly string[]): Promise<number> {
  const editions = new Set(await Promise.all(names.map((name) => editionOfFile(root, name))));
  expect(editions.size).toBe(1);
  return [...editions][0] ?? 0;
}

/** Every now and then the history is taken away, so that the test does not grow slower. */
async function tidy(root: string, kill: number): Promise<void> {
  if (kill % 10 !== 9) return;
  await rm(join(root, '.loradeck'), { recursive: true });
  await mkdir(join(root, '.loradeck'));
  await writeFile(join(root, '.loradeck', 'note'), '');
}
