import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'arrows-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function plant(file: string, text: string) {
  await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

const check = () => run(process.execPath, ['scripts/check-arrows.mjs', folder], { cwd: path.resolve('.') });

test('a core file that imports a screen is found', async () => {
  await plant('src/screens/dataset/view.ts', 'export const view = 1;\n');
  await plant('src/core/tags/list.ts', "import { view } from '../../screens/dataset/view.js';\nexport const tags = [view];\n");
  await expect(check()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('core-knows-itself: src/core/tags/list.ts') as string });
});

test('core that starts a process is found', async () => {
  await plant('src/core/tags/list.ts', "import { spawn } from 'node:child_process';\nexport const start = spawn;\n");
  await expect(check()).rejects.toMatchObject({ stderr: expect.stringContaining('core-is-plain') as string });
});

test('screens that import each other, and cycles, are found', async () => {
  await plant('src/screens/tags/view.ts', 'export const view = 1;\n');
  await plant('src/screens/dataset/view.ts', "import { view } from '../tags/view.js';\nexport const mine = view;\n");
  await plant('src/core/a.ts', "import { b } from './b.js';\nexport const a = () => b;\n");
  await plant('src/core/b.ts', "import { a } from './a.js';\nexport const b = () => a;\n");
  await expect(check()).rejects.toMatchObject({ stderr: expect.stringMatching(/screens-apart[\s\S]*|no-cycles/) as string });
  const failed = (await check().catch((error: unknown) => error)) as { stderr: string };
  expect(failed.stderr).toContain('screens-apart: src/screens/dataset/view.ts');
  expect(failed.stderr).toContain('no-cycles: src/core/');
});

test('a check that saw no modules fails', async () => {
  await mkdir(path.join(folder, 'src'));
  await expect(check()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no modules') as string });
});

test('arrows that are as they should be pass', async () => {
  await plant('src/core/tags/list.ts', 'export const tags = [];\n');
  await plant('src/screens/tags/view.ts', "import { tags } from '../../core/tags/list.js';\nexport const view = tags;\n");
  expect((await check()).stdout).toContain('2 modules');
});
