import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundle } from './bundle.js';
import { soak } from './soak.js';

test('bulk edits, undo and redo survive being killed at random: nothing is lost, nothing half-written, the journal usable', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loradeck-soak-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const summary = await soak({ kills: 24, each: 12, worker: await bundle(folder, 'worker') });
  expect(summary.kills).toBe(24);
  expect(summary.midway).toBeGreaterThan(4);
  expect(summary.backToTheStart).toBe(1);
  expect(summary.done['apply']).toBeGreaterThan(10);
}, 120_000);
