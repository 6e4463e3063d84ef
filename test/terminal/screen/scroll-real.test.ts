import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RealTmux, hasTmux } from '../support/real-tmux.js';

const has = (name: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`]);
    return true;
  } catch {
    return false;
  }
};
const lacking = ['Xvfb', 'xterm', 'import'].filter((name) => !has(name));
if (lacking.length > 0) console.log(`Left out: what a real xterm shows after parts of it moved needs ${lacking.join(', ')}.`);

describe('what is on the screen after many parts of it moved is what drawing it from nothing gives', () => {
  let folder = '';
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-scrolls-'));
    await build({ entryPoints: ['test/terminal/support/draw-scrolls.ts'], outfile: path.join(folder, 'draw.mjs'), bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
    await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  });
  afterAll(async () => {
    for (const child of children.reverse()) {
      child.kill();
      if (child.exitCode === null) await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 3000))]);
    }
    await rm(folder, { recursive: true, force: true });
  });

  /** Looks twice: after the moves, and after it was drawn from nothing. */
  async function looks<T>(file: string, look: () => Promise<T>): Promise<{ how: { scrolling: string; scrolls: number }; moved: T; anew: T }> {
    const until = (name: string) => expect.poll(() => readFile(name, 'utf8').catch(() => null), { timeout: 20_000 }).not.toBeNull();
    const settle = () => new Promise((resolve) => setTimeout(resolve, 400));
    await until(file);
    await settle();
    const moved = await look();
    await writeFile(`${file}.go`, '');
    await until(`${file}.anew`);
    await settle();
    return { how: JSON.parse(await readFile(file, 'utf8')) as { scrolling: string; scrolls: number }, moved, anew: await look() };
  }

  test.skipIf(!hasTmux())('in a real tmux', { timeout: 60_000 }, async () => {
    const file = path.join(folder, 'tmux.json');
    const tmux = await RealTmux.start({ command: `${process.execPath} ${folder}/draw.mjs`, env: { DRAWN: file }, columns: 90, rows: 30 });
    try {
      const { how, moved, anew } = await looks(file, async () => (await tmux.capture()).map((row) => row.trimEnd()));
      expect(how.scrolls).toBeGreaterThan(8);
      expect(moved).toEqual(anew);
    } finally {
      await tmux.close();
    }
  });

  test.skipIf(lacking.length > 0)('in a real xterm, where columns move by themselves', { timeout: 60_000 }, async () => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '900x600x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    children.push(server);
    const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
    const file = path.join(folder, 'xterm.json');
    const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !['TMUX', 'TMUX_PANE'].includes(name))), DISPLAY: `:${String(number).trim()}`, DRAWN: file };
    children.push(spawn('xterm', ['-fa', 'DejaVu Sans Mono', '-fs', '10', '-geometry', '90x30+0+0', '-b', '0', '-bw', '0', '+sb', '+bc', '-e', process.execPath, path.join(folder, 'draw.mjs')], { env }));
    let shots = 0;
    const { how, moved, anew } = await looks(file, async () => {
      const shot = path.join(folder, `xterm-${shots++}.png`);
      execFileSync('import', ['-window', 'root', shot], { env });
      return sharp(shot).removeAlpha().raw().toBuffer();
    });
    expect(how.scrolling).toBe('columns');
    expect(how.scrolls).toBeGreaterThan(30);
    expect(moved.equals(anew)).toBe(true);
    expect(new Set(moved).size).toBeGreaterThan(20);
  });
});
