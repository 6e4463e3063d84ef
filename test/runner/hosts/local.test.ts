import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localHost } from '../../../src/runner/hosts/local.js';
import { tempFolder } from '../temp-folder.js';

const host = localHost();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('runs a command with its arguments as they are, and says how it ended', async () => {
  const hostile = `a b'c"d$(touch x)\n;`;
  const said = await host.run(['sh', '-c', 'printf %s "$1"; cat; echo err >&2; exit 3', 'sh', hostile], { input: '·in' });
  expect(said).toEqual({ code: 3, signal: null, stdout: `${hostile}·in`, stderr: 'err\n' });
  expect((await host.run(['sh', '-c', 'kill -9 $$'])).signal).toBe('SIGKILL');
  expect((await host.run(['sh', '-c', 'echo $A'], { env: { A: 'b' } })).stdout).toBe('b\n');
});

test('a command that is not there or takes too long is a result, not an error', async () => {
  const missing = await host.run(['no-such-command-here']);
  expect(missing.code).toBe(127);
  expect(missing.stderr).toContain('no-such-command-here');
  const slow = await host.run(['sleep', '20'], { timeoutMs: 100 });
  expect(slow.code).toBeNull();
  expect(slow.signal).toBe('SIGTERM');
});

test('reads a file from an offset, a file of /proc, and nothing where there is none', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'log'), 'x'.repeat(9000) + 'end');
  expect(text(await host.read(join(folder, 'log'), 9000))).toBe('end');
  expect(text(await host.read(join(folder, 'log'), 8999, 2))).toBe('xe');
  expect((await host.read(join(folder, 'log'))).length).toBe(9003);
  expect(await host.read(join(folder, 'log'), 10_000)).toHaveLength(0);
  expect(await host.read(join(folder, 'none'))).toHaveLength(0);
  expect(text(await host.read(`/proc/${process.pid}/stat`, 0, 4096))).toContain(String(process.pid));
});

test('writes a file whole, with its folders, and lists and describes what is there', async () => {
  const folder = await tempFolder();
  await host.write(join(folder, 'a/b/c.txt'), 'one', { mode: 0o600 });
  await host.write(join(folder, 'a/b/c.txt'), new Uint8Array([116, 119, 111]));
  expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('two');
  expect((await stat(join(folder, 'a/b/c.txt'))).mode & 0o777).toBe(0o600);
  expect((await host.list(join(folder, 'a'))).map(({ name, folder: isFolder }) => [name, isFolder])).toEqual([['b', true]]);
  expect((await host.list(join(folder, 'a/b'))).map(({ name }) => name)).toEqual(['c.txt']);
  expect(await host.list(join(folder, 'none'))).toEqual([]);
  expect(await host.info(join(folder, 'a/b/c.txt'))).toMatchObject({ name: 'c.txt', folder: false, bytes: 3 });
  expect(await host.info(join(folder, 'a/b/none'))).toBeNull();
});

test('a folder that may not be written to is an error with the path', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'shut'));
  await writeFile(join(folder, 'shut/file'), '');
  await chmod(join(folder, 'shut'), 0o500);
  if (process.getuid?.() !== 0) await expect(host.write(join(folder, 'shut/x'), '1')).rejects.toThrow('shut');
  await expect(host.write(join(folder, 'shut/file/x'), '1')).rejects.toThrow('shut');
});
