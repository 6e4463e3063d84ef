import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../src/core/journal/journal.js';
import { bundle } from './bundle.js';

interface Report {
  mine: [file: string, tags: string[]][];
  removed: [file: string, tags: string[]][];
}

const files = Array.from({ length: 8 }, (_, n) => `${n}.txt`);
// The one that nobody removes keeps a caption from being left with 0 bytes.
const first = ['kept', ...Array.from({ length: 6 }, (_, n) => `first ${n}`)];

test('two programs that edit the same captions at the same time lose nothing of each other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loradeck-two-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sharer = await bundle(folder, 'sharer');
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (one, other) => {
      const root = await mkdtemp(join(folder, 'workspace-'));
      await mkdir(join(root, '1_a'));
      for (const file of files) await writeFile(join(root, '1_a', file), first.join(', '));
      const run = async (name: string, seed: number): Promise<Report> => {
        const report = join(root, `${name}.json`);
        await promisify(execFile)(process.execPath, [sharer, root, name, '10', String(seed), report]);
        return JSON.parse(await readFile(report, 'utf8')) as Report;
      };
      const reports = await Promise.all([run('left', one), run('right', other)]);
      for (const file of files) {
        const tags = (await readFile(join(root, '1_a', file), 'utf8')).split(', ');
        const of = (list: 'mine' | 'removed') => reports.flatMap((report) => new Map(report[list]).get(file) ?? []);
        const removed = of('removed');
        expect([...tags].sort()).toEqual([...first.filter((tag) => !removed.includes(tag)), ...of('mine')].sort());
      }
      expect((await readdir(join(root, '1_a'))).sort()).toEqual(files);
      const history = await (await openJournal(root)).history();
      made += history.length;
      expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
    }),
    { numRuns: 5 },
  );
  expect(made).toBeGreaterThan(100);
}, 120_000);
