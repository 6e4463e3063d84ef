import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PictureChoice } from '../../../src/terminal/images/choose.js';
import type { Probe } from '../../../src/terminal/probe/probe.js';
import { meanDifference, smoothPixels } from '../support/read-as.js';

/** What the program in the xterm found and drew. Sizes in cells, but for the cell's own in pixels. */
interface Drawn {
  answers: Probe;
  choice: PictureChoice;
  cell: { width: number; height: number };
  at: { column: number; row: number };
  width: number;
  height: number;
  request: { width: number; height: number };
}

function missing(): string[] {
  return ['Xvfb', 'xterm', 'import'].filter((name) => {
    try {
      execFileSync('sh', ['-c', `command -v ${name}`]);
      return false;
    } catch {
      return true;
    }
  });
}

const lacking = missing();
if (lacking.length > 0) console.log(`Left out: what a real xterm draws needs ${lacking.join(', ')}.`);

/** A part of a picture's file, three bytes a pixel. */
function region(file: string, part: { left: number; top: number; width: number; height: number }): Promise<Buffer> {
  return sharp(file).extract(part).removeAlpha().raw().toBuffer();
}

describe.skipIf(lacking.length > 0)('a real xterm', () => {
  let folder = '';
  let display = '';
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-xterm-'));
    await build({
      entryPoints: ['test/terminal/support/draw-sixel.ts'],
      outfile: path.join(folder, 'draw.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '900x600x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    children.push(server);
    const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
    display = `:${String(number).trim()}`;
  });

  afterAll(async () => {
    for (const child of children.reverse()) {
      child.kill();
      if (child.exitCode === null) await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 3000))]);
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function draw(name: string, ...options: string[]): Promise<{ drawn: Drawn; screen: string }> {
    const file = path.join(folder, `${name}.json`);
    const screen = path.join(folder, `${name}.png`);
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['TMUX', 'TMUX_PANE', 'COLORTERM'].includes(name)));
    const places = ['-fa', 'DejaVu Sans Mono', '-fs', '10', '-geometry', '80x24+0+0', '-b', '0', '-bw', '0', '+sb', '-bg', '#102030'];
    const xterm = spawn('xterm', [...options, ...places, '-e', process.execPath, path.join(folder, 'draw.mjs')], { env: { ...env, DISPLAY: display, DRAWN: file } });
    children.push(xterm);
    const read = () => readFile(file, 'utf8').catch(() => '');
    for (let i = 0; i < 300 && (await read()) === ''; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    const drawn = JSON.parse(await read()) as Drawn;
    // It has taken the picture in; what it shows follows.
    await new Promise((resolve) => setTimeout(resolve, 500));
    execFileSync('import', ['-window', 'root', screen], { env: { ...env, DISPLAY: display } });
    xterm.kill();
    await once(xterm, 'exit');
    if (process.env['LORADECK_KEEP_SCREENS']) await copyFile(screen, path.join(process.env['LORADECK_KEEP_SCREENS'], `${name}.png`));
    return { drawn, screen };
  }

  test('draws sixels where they belong, as the picture is, and nothing beside it changes', async () => {
    const { drawn, screen } = await draw('vt340', '-ti', 'vt340', '-xrm', 'XTerm*numColorRegisters: 256');
    expect(drawn.choice).toMatchObject({ driver: 'sixel', terminal: 'xterm', setting: { passthrough: false } });
    expect(drawn.answers.name).toMatch(/^XTerm/);
    const side = Math.min(drawn.request.width, drawn.request.height);
    const height = side - (side % 6);
    const left = drawn.at.column * drawn.cell.width;
    const top = drawn.at.row * drawn.cell.height;
    const seen = await region(screen, { left, top, width: side, height });
    const { data } = smoothPixels(300, 300);
    const want = await sharp(data, { raw: { width: 300, height: 300, channels: 3 } })
      .resize(side, side, { kernel: 'nearest' })
      .extract({ left: 0, top: 0, width: side, height })
      .raw()
      .toBuffer();
    // 256 colours of the picture's own, each in steps of a hundredth.
    expect(meanDifference(seen, want)).toBeLessThan(2);
    // The background everywhere, and nothing in the row below.
    const ground = (of: Buffer): boolean => of.every((part, i) => part === [16, 32, 48][i % 3]);
    const { width: across, height: down } = drawn.cell;
    expect(ground(await region(screen, { left: left + side, top, width: 2 * across, height }))).toBe(true);
    expect(ground(await region(screen, { left, top: top - down, width: side, height: down }))).toBe(true);
    expect(ground(await region(screen, { left, top: top + drawn.height * down, width: side, height: down }))).toBe(true);
  });

  test('with as few colours as a VT340 had, the picture still comes near', async () => {
    const { drawn, screen } = await draw('vt340-16', '-ti', 'vt340', '-xrm', 'XTerm*numColorRegisters: 16');
    expect(drawn.choice.setting.registers).toBe(drawn.answers.registers);
    const side = Math.min(drawn.request.width, drawn.request.height);
    const seen = await sharp(screen)
      .extract({ left: drawn.at.column * drawn.cell.width, top: drawn.at.row * drawn.cell.height, width: side, height: side - 6 })
      .blur(3)
      .removeAlpha()
      .raw()
      .toBuffer();
    const { data } = smoothPixels(300, 300);
    const want = await sharp(data, { raw: { width: 300, height: 300, channels: 3 } }).resize(side, side, { kernel: 'nearest' }).extract({ left: 0, top: 0, width: side, height: side - 6 }).blur(3).raw().toBuffer();
    expect(meanDifference(seen, want)).toBeLessThan(14);
  });

  test('without sixels it is not sent any', async () => {
    const { drawn } = await draw('vt100', '-ti', 'vt100');
    expect(drawn.choice).toMatchObject({ driver: 'blocks', terminal: 'xterm' });
  });
});
