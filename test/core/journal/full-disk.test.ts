import { appendFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../src/core/journal/intent.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { takeLock } from '../../../src/core/journal/lock.js';
import { rollBack } from '../../../src/core/journal/roll-back.js';
import { smallDisk } from '../../small-disk.js';
import { change, contents, put, text } from './workspace.js';

/** Takes all the room but for so many blocks of 4 KiB. */
async function fill(root: string, left: number): Promise<void> {
  const spare = Array.from({ length: left }, (_, at) => join(root, `spare-${at}`));
  for (const file of spare) await writeFile(file, Buffer.alloc(4096));
  await writeFile(join(root, 'rest'), Buffer.alloc(2 ** 20)).catch(() => {});
  for (const file of spare) await rm(file);
}

describe('a disk that is full', () => {
  // Where the intent, the lock, the captions or the log's line no longer fit.
  test.for([0, 1, 2, 3, 4, 5, 6, 10, 30, 60])('with %i blocks left: all of a change or nothing, and nothing half-written', async (left, { skip }) => {
    const root = await smallDisk();
    if (root === null) return skip('no disk may be mounted here');
    const names = Array.from({ length: 40 }, (_, at) => `1_a/${at}.txt`);
    await put(root, Object.fromEntries(names.map((name) => [name, 'old'])));
    const journal = await openJournal(root);
    // A first change, so that all folders are there already and room is short at every later place too.
    await journal.apply(change(text('first.txt', null, 'x')));
    await fill(root, left);
    const made = Array.from({ length: 20 }, (_, at) => text(`1_a/new-${at}.txt`, null, 'new'));
    const entries = names.map((name) => text(name, 'old', `${'new '.repeat(1500)}`));
    const failure = await journal.apply(change(...entries, ...made)).then(
      () => null,
      (error: Error) => error.message,
    );
    const found = await contents(root);
    const captions = Object.entries(found).filter(([name]) => name.startsWith('1_a/'));
    if (failure !== null) {
      expect(failure).toBe('The disk is full: nothing was changed.');
      expect(captions).toHaveLength(40);
      expect(captions.every(([, content]) => content === 'old')).toBe(true);
    } else expect(captions).toHaveLength(60);
    expect(Object.keys(found).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const kept = await readdir(join(root, '.loradeck/journal'));
    expect(kept.filter((name) => !/^\d+\.json$|^log\.jsonl$/.test(name))).toEqual([]);
    // With room again the next change is as any other.
    await rm(join(root, 'rest'));
    await journal.apply(change(text('first.txt', 'x', 'y')));
    expect((await journal.history()).length).toBe(failure === null ? 3 : 2);
  });

  // The log grows into a new block, so that with some room everything fits but the line that commits.
  test.for([0, 1, 2, 3, 4, 5, 6, 7, 8])('with %i blocks left: a change whose last line does not fit is put back', async (left, { skip }) => {
    const root = await smallDisk();
    if (root === null) return skip('no disk may be mounted here');
    const names = Array.from({ length: 30 }, (_, at) => `1_a/${at}.txt`);
    await put(root, Object.fromEntries(names.map((name) => [name, 'old'])));
    const journal = await openJournal(root);
    await journal.apply(change(text('first.txt', null, 'x')));
    const log = join(root, '.loradeck/journal/log.jsonl');
    await appendFile(log, `${'x'.repeat(4090 - (await stat(log)).size)}\n`);
    await fill(root, left);
    const entries = [...names.map((name) => text(name, 'old', 'new')), text('1_a/new.txt', null, 'new')];
    const done = await journal.apply(change(...entries)).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('The disk is full: nothing was changed.');
        return false;
      },
    );
    const found = Object.entries(await contents(root)).filter(([name]) => name.startsWith('1_a/'));
    expect(new Set(found.map(([, content]) => content))).toEqual(new Set([done ? 'new' : 'old']));
    expect((await readdir(join(root, '.loradeck/journal'))).sort()).toEqual(['00000001.json', ...(done ? ['00000002.json'] : []), 'log.jsonl']);
    expect(await (await openJournal(root)).history()).toHaveLength(done ? 2 : 1);
  });

  test('what was cut short is put back in the room that it took itself', async ({ skip }) => {
    const root = await smallDisk();
    if (root === null) return skip('no disk may be mounted here');
    const entries = Array.from({ length: 40 }, (_, at) => text(`1_a/${at}.txt`, 'old', 'new'));
    const intent: Intent = { seq: 1, do: 'apply', id: '1', at: '', what: '', images: 40, entries, made: [], cleared: [] };
    await put(root, Object.fromEntries(entries.map((_, at) => [`1_a/${at}.txt`, 'new'])));
    await put(root, { '1_a/.loradeck-1-38.tmp': 'new', '1_a/.loradeck-1-39.tmp': 'new' });
    await fill(root, 0);
    await rollBack(root, intent, false);
    await rm(join(root, 'rest'));
    const found = await contents(root);
    expect(Object.keys(found)).toHaveLength(40);
    expect(new Set(Object.values(found))).toEqual(new Set(['old']));
  });

  test('leaves no prepared lock', async ({ skip }) => {
    const root = await smallDisk();
    if (root === null) return skip('no disk may be mounted here');
    await fill(root, 0);
    await expect(takeLock(root)).rejects.toThrow('ENOSPC');
    expect(await readdir(root)).toEqual(['rest']);
  });
});
