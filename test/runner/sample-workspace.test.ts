import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startOfProcess } from '../../src/core/process-stat.js';
import { isSampleWorkspace, sampleWorkspace } from '../../src/runner/sample-workspace.js';
import { tempFolder } from './temp-folder.js';

beforeEach(async () => {
  vi.stubEnv('XDG_DATA_HOME', await tempFolder('loradeck-data-'));
});

test('is copied afresh, and with again opened as it was left', async () => {
  const first = await sampleWorkspace({ again: true });
  expect([basename(first), isSampleWorkspace(first), isSampleWorkspace(dirname(first))]).toEqual(['Pipnix', true, false]);
  expect(await readdir(first)).toContain('loradeck.toml');
  await writeFile(join(first, 'mine.txt'), '');
  expect(await sampleWorkspace({ again: true })).toBe(first);
  expect(existsSync(join(first, 'mine.txt'))).toBe(true);
  expect(await sampleWorkspace({ again: false })).toBe(first);
  expect(existsSync(join(first, 'mine.txt'))).toBe(false);
  expect((await readdir(dirname(first))).sort()).toEqual(['.Pipnix.opened', 'Pipnix']);
});

test.skipIf(process.platform !== 'linux')('a copy that another program has open is left alone until that has ended', async () => {
  const first = await sampleWorkspace({ again: false });
  const other = spawn('sleep', ['60']);
  onTestFinished(() => void other.kill());
  await writeFile(join(dirname(first), '.Pipnix.opened'), `${other.pid} ${await startOfProcess(other.pid ?? 0)}`);
  const second = await sampleWorkspace({ again: false });
  expect(basename(second)).toBe('Pipnix 2');
  expect(existsSync(join(first, 'loradeck.toml'))).toBe(true);
  other.kill();
  await once(other, 'exit');
  expect(basename(await sampleWorkspace({ again: false }))).toBe('Pipnix');
  expect((await readdir(dirname(first))).sort()).toEqual(['.Pipnix.opened', 'Pipnix']);
});

test('copies in which somebody worked stay, three at most', async () => {
  const worked: string[] = [];
  for (let i = 0; i < 5; i++) {
    const copy = await sampleWorkspace({ again: false });
    await mkdir(join(copy, '.loradeck'));
    worked.push(copy);
    // The order of the copies is that of their making, which the file system tells by the clock.
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  const fresh = await sampleWorkspace({ again: false });
  expect(existsSync(join(fresh, '.loradeck'))).toBe(false);
  expect(await sampleWorkspace({ again: true })).toBe(fresh);
  const left = (await readdir(dirname(fresh))).filter((one) => one.startsWith('Pipnix'));
  expect(left.length).toBe(4);
  expect(left).toContain(basename(worked[4] ?? ''));
});

test('two at once get a copy each', async () => {
  const copies = await Promise.all([0, 1].map(() => sampleWorkspace({ again: false })));
  for (const copy of copies) expect(existsSync(join(copy, 'loradeck.toml'))).toBe(true);
});
