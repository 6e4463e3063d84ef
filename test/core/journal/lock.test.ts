import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WorkspaceBusy } from '../../../src/core/journal/errors.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { takeLock } from '../../../src/core/journal/lock.js';
import { until } from '../../runner/temp-folder.js';
import { change, contents, text, workspace } from './workspace.js';

/** Lays a lock as another program would have left it. */
async function leftLock(folder: string, owner: Record<string, unknown>): Promise<void> {
  await mkdir(join(folder, 'lock'), { recursive: true });
  await writeFile(join(folder, 'lock', '0123456789abcdef.json'), JSON.stringify({ at: '', ...owner }));
}

/** What this program writes into its own lock. */
async function ownOwner(folder: string): Promise<Record<string, unknown>> {
  const release = await takeLock(folder);
  const [file = ''] = await readdir(join(folder, 'lock'));
  const owner = JSON.parse(await readFile(join(folder, 'lock', file), 'utf8')) as Record<string, unknown>;
  await release();
  return owner;
}

test('only one holds it, and letting go leaves nothing', async () => {
  const folder = await workspace();
  const release = await takeLock(folder);
  await expect(takeLock(folder, 60)).rejects.toThrow(WorkspaceBusy);
  await expect(takeLock(folder, 60)).rejects.toThrow(`process ${process.pid}`);
  await release();
  await (await takeLock(folder, 60))();
  expect(await readdir(folder)).toEqual([]);
});

test('many who want it take turns', async () => {
  const folder = await workspace();
  let inside = 0;
  let most = 0;
  const one = async () => {
    const release = await takeLock(folder);
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 2));
    inside--;
    await release();
  };
  await Promise.all(Array.from({ length: 20 }, one));
  expect(most).toBe(1);
});

test('a dead owner’s lock is taken over by exactly one', async () => {
  const folder = await workspace();
  const owner = await ownOwner(folder);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await leftLock(folder, { ...owner, pid });
  const taken = await Promise.allSettled(Array.from({ length: 6 }, () => takeLock(folder, 200)));
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.skipIf(process.platform !== 'linux')('a pid that another program has by now is not taken for the owner', async () => {
  const folder = await workspace();
  const owner = await ownOwner(folder);
  await leftLock(folder, { ...owner, started: 'another boot 1' });
  await (await takeLock(folder, 100))();
});

test.skipIf(process.platform !== 'linux')('an owner that has ended is dead although nobody took note of its end yet', async () => {
  const folder = await workspace();
  const owner = await ownOwner(folder);
  // The shell turns into a sleep, which never asks how its child ended.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const pid = Number(String((await once(parent.stdout, 'data') as [Buffer])[0]).trim());
  await until('its end', async () => (await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z '));
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  const started = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[19];
  await leftLock(folder, { ...owner, pid, started: `${boot} ${started}` });
  await (await takeLock(folder, 100))();
});

test('an owner on another machine counts as alive until it falls silent', async () => {
  const folder = await workspace();
  await leftLock(folder, { pid: 1, host: 'elsewhere', started: null });
  await expect(takeLock(folder, 60)).rejects.toThrow('process 1 on elsewhere');
  const long = new Date(Date.now() - 120_000);
  await utimes(join(folder, 'lock'), long, long);
  await (await takeLock(folder, 100))();
});

test('a lock that was being let go of, or whose owner cannot be read, does not stay for ever', async () => {
  const folder = await workspace();
  await mkdir(join(folder, 'lock'));
  await (await takeLock(folder, 60))();
  await mkdir(join(folder, 'lock'));
  for (const odd of ['torn', '{}', 'null', '{"pid":"\\u001b[2J","host":7}']) {
    await mkdir(join(folder, 'lock'), { recursive: true });
    await writeFile(join(folder, 'lock', 'x.json'), odd);
    await expect(takeLock(folder, 60)).rejects.toThrow('by another program');
    const long = new Date(Date.now() - 120_000);
    await utimes(join(folder, 'lock'), long, long);
    await (await takeLock(folder, 100))();
  }
});

test('two programs with one workspace see each other’s changes', async () => {
  const root = await workspace({ 'a.txt': '0' });
  const [one, two] = [await openJournal(root, { fsync: false }), await openJournal(root, { fsync: false })];
  await one.apply(change(text('a.txt', '0', '1')));
  await two.apply(change(text('a.txt', '1', '2')));
  await one.undo();
  expect(await contents(root)).toEqual({ 'a.txt': '1' });
  expect((await two.history()).map(({ undone }) => undone)).toEqual([true, false]);
  const both = await Promise.allSettled([one.apply(change(text('a.txt', '1', 'x'))), two.apply(change(text('a.txt', '1', 'y')))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('changes asked for at once are done one after the other', async () => {
  const root = await workspace({ 'a.txt': '0' });
  const journal = await openJournal(root, { fsync: false });
  await Promise.all(Array.from({ length: 10 }, (_, n) => journal.apply(change(text('a.txt', String(n), String(n + 1))))));
  expect(await contents(root)).toEqual({ 'a.txt': '10' });
  expect(await journal.history()).toHaveLength(10);
});

test('a workspace that nobody changes is not written to', async () => {
  const root = await workspace({ 'a.txt': 'a' });
  const journal = await openJournal(root);
  expect(await journal.history()).toEqual([]);
  expect(await journal.undo()).toBeNull();
  expect(await readdir(root)).toEqual(['a.txt']);
});
