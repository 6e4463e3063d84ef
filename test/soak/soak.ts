import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openJournal } from '../../src/core/journal/journal.js';
import { digestOf, filesOf, type Files } from './files.js';

export interface SoakOptions {
  kills: number;
  /** The worker, bundled into one file. */
  worker: string;
  images?: number;
  /** A fresh workspace is begun after so many kills. */
  each?: number;
  /** Called after every kill. */
  onKill?: (count: number) => void;
}

export interface Summary {
  kills: number;
  /** Kills that came while a change was being applied, undone or redone. */
  midway: number;
  /** Changes that were cut short and rolled back. */
  rolledBack: number;
  /** Changes that were carried out, by what they were. */
  done: Record<string, number>;
  refused: number;
  /** Workspaces of which every change was undone at the end, and every byte was as in the beginning. */
  backToTheStart: number;
}

/** Something that must not be: the soak ends with it. */
class Broken extends Error {}

/**
 * Kills a program that edits a workspace, at random moments, and looks at what it left: every file whole, every change carried
 * out or not at all, none lost that was done, the journal usable. At the end of each workspace all is undone.
 *
 * @throws when anything is not as it must be
 */
export async function soak({ kills, worker, images = 40, each = 50, onKill }: SoakOptions): Promise<Summary> {
  const summary: Summary = { kills: 0, midway: 0, rolledBack: 0, done: {}, refused: 0, backToTheStart: 0 };
  for (let round = 0; summary.kills < kills; round++) {
    const root = await mkdtemp(join(tmpdir(), 'loradeck-soak-'));
    try {
      // Undoing any change in any order leaves the tags right, but not each where it was: every other workspace goes without.
      await oneWorkspace(root, { worker, images, kills: Math.min(each, kills - summary.kills), any: round % 2 === 1, onKill: () => onKill?.(summary.kills) }, summary);
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return summary;
}

async function oneWorkspace(root: string, { worker, images, kills, any, onKill }: { worker: string; images: number; kills: number; any: boolean; onKill: () => void }, summary: Summary): Promise<void> {
  await fill(root, images);
  const start = filesOf(root);
  const known = new Set(start.values());
  let state = digestOf(start);
  for (let kill = 0; kill < kills; kill++) {
    const lines = await killedAtRandom(worker, root, any);
    let pending: string | null = null;
    let what = '';
    for (const line of lines) {
      if (line.begin !== undefined) {
        pending = line.digest ?? '';
        for (const hash of line.hashes ?? []) known.add(hash);
        what = line.begin;
      } else {
        if (line.refused !== undefined) summary.refused++;
        else summary.done[what] = (summary.done[what] ?? 0) + 1;
        state = pending ?? state;
        pending = null;
      }
    }
    wholeFiles(filesOf(root), known);
    const journal = await openJournal(root);
    const now = filesOf(root);
    const digest = digestOf(now);
    if (digest !== state && digest !== pending) throw new Broken(`kill ${summary.kills + 1}: the files are neither what they were nor what they were to be`);
    if (journal.recovered.some(({ inTheWay }) => inTheWay.length > 0)) throw new Broken('something was in the way of the recovery');
    const left = [...now.keys()].filter((path) => path.includes('.loradeck-'));
    if (left.length > 0) throw new Broken(`left over: ${left.join(', ')}`);
    state = digest;
    summary.kills++;
    if (pending !== null) summary.midway++;
    summary.rolledBack += journal.recovered.length;
    if (kill % 5 === 0 && !any && (await journal.undo())) {
      await journal.redo();
      if (digestOf(filesOf(root)) !== state) throw new Broken('undo and redo did not come back to the same');
    }
    onKill();
  }
  const journal = await openJournal(root);
  if ((await readdir(join(root, '.loradeck/journal'))).some((name) => name.endsWith('.refused'))) throw new Broken('an intent could not be read');
  if (any) return;
  while (await journal.undo());
  if (digestOf(filesOf(root)) !== digestOf(start)) throw new Broken('undoing all did not give back every byte');
  summary.backToTheStart++;
}

/** Whatever moment it was: no file is torn, also before anything is put back. */
function wholeFiles(files: Files, known: ReadonlySet<string>): void {
  for (const [path, hash] of files) if (!path.includes('.loradeck-') && !known.has(hash)) throw new Broken(`${path} holds what nobody wrote`);
}

interface Line {
  begin?: string;
  digest?: string;
  hashes?: string[];
  done?: boolean;
  refused?: string;
}

/** Starts the worker, lets it work for a random while, kills it, and gives what it told. */
async function killedAtRandom(worker: string, root: string, any: boolean): Promise<Line[]> {
  const child = spawn(process.execPath, [worker, root, any ? 'any' : ''], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      resolve();
    });
  });
  await Promise.race([begun, once(child, 'exit')]);
  await sleep(Math.random() ** 2 * 400);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  // What it told before its death may still have been in the pipe.
  if (!child.stdout.readableEnded) await once(child.stdout, 'end');
  if (complaint !== '') throw new Broken(`it complained: ${complaint}`);
  return told.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Line);
}

/** Two concepts with captions of every kind: line ends, byte order marks, further lines, none at all. */
async function fill(root: string, images: number): Promise<void> {
  const ends = ['', '\n', '\r\n', '\nA second line.\n'];
  for (let i = 0; i < images; i++) {
    const folder = join(root, i % 2 === 0 ? '4_fox' : '6_cup');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${i}.png`), `picture ${i}`);
    const tags = ['fox', 'solo', i % 3 === 0 ? 'long_hair' : 'day', 'smile', 'Park', `only ${i}`];
    if (i % 9 !== 0) await writeFile(join(folder, `${i}.txt`), (i % 7 === 0 ? '\ufeff' : '') + tags.join(i % 5 === 0 ? ',' : ', ') + ends[i % 4]);
  }
}
