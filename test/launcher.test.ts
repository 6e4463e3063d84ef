import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
// The launcher is plain JavaScript, as it must run on any Node.
import { findNode, isNewEnough } from '../bin/find-node.js';

const run = promisify(execFile);

test('the tests run on a Node that Ink 8 runs on, whatever the system has', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(22);
});

test('versions are compared by number, not by letter', () => {
  expect(isNewEnough('22.22.0')).toBe(true);
  expect(isNewEnough('v26.10.0')).toBe(true);
  expect(isNewEnough('22.9.0')).toBe(false);
  expect(isNewEnough('20.20.2')).toBe(false);
});

test('under an old Node the one that came along is taken', async () => {
  const script = path.resolve('test/print-version.mjs');
  const { stdout } = await run('/usr/bin/env', ['node', 'bin/with-node.js', script, 'one two']);
  const [version, argument] = stdout.trim().split('\n');
  expect(isNewEnough(version ?? '0')).toBe(true);
  expect(argument).toBe('one two');
  expect(findNode()).not.toBeNull();
});
