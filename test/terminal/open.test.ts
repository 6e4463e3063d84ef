import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openProgram, type Program, type ProgramOptions } from '../journeys/harness/terminal.js';

let folder: string;
let script: string;
let program: Program;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-terminal-'));
  await build({
    entryPoints: ['test/terminal/support/open-app.tsx'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  });
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  script = path.join(folder, 'open-app.js');
});

afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => program.close());

/** Starts the sample; what the emulator saw of the modes is read from its state. */
async function open(options: ProgramOptions = {}): Promise<void> {
  program = await openProgram({ script, columns: 80, rows: 24, ...options });
  await program.until('loradeck');
}

async function isGivenBack(): Promise<void> {
  await new Promise<void>((resolve) => program.emulator.write('', resolve));
  expect(program.fullScreen).toBe(false);
  expect(program.emulator.modes).toMatchObject({ bracketedPasteMode: false, mouseTrackingMode: 'none', sendFocusMode: false });
}

test('it draws, takes keys, and gives the terminal back when left', async () => {
  await open();
  expect(program.fullScreen).toBe(true);
  await program.type('jjj');
  await program.until('at 3');
  expect(program.cells(50, 2, 1, 1)[0]?.[0]).toMatchObject({ char: '▀' });
  await program.press('L', 'q');
  expect(await program.waitForExit()).toBe(0);
  await isGivenBack();
  expect(program.screen()).toMatch(/logged meanwhile\ncolours: truecolor, FORCE_COLOR unset/);
});

test('without a promise in the environment the terminal is asked, and its answers do not come as keys', async () => {
  await open({ env: { COLORTERM: undefined } });
  await program.press('j', 'q');
  expect(await program.waitForExit()).toBe(0);
  // The emulator answers the attributes but not the colour: so it stays at what its name says.
  expect(program.screen()).toContain('colours: 256');
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s gives the terminal back', async (signal) => {
  await open();
  program.kill(signal);
  await program.waitForExit();
  await isGivenBack();
});

test('an error that nobody caught is printed after the terminal is back', async () => {
  await open({ env: { CRASH: '1' } });
  expect(await program.waitForExit()).toBe(1);
  await isGivenBack();
  expect(program.screen()).toContain('Error: nobody caught this');
});

test('an error while handling a key gives the terminal back too', async () => {
  await open();
  await program.press('X');
  expect(await program.waitForExit()).toBe(1);
  await isGivenBack();
  expect(program.screen()).toContain('thrown while handling a key');
});

test('a resize lays out anew and draws the picture again', async () => {
  await open();
  await program.resize(100, 30);
  await program.until(/^(?:.*\n){28}╰.*╯\n.*move/);
  expect(program.cells(70, 2, 1, 1)[0]?.[0]).toMatchObject({ char: '▀' });
  await program.resize(60, 20);
  await program.until(/^(?:.*\n){18}╰.*╯\n.*move/);
});

test('another program can have the terminal and its keys meanwhile; afterwards everything is drawn again', async () => {
  const edited = path.join(folder, 'edited');
  await open({ env: { EDITED: edited } });
  await program.press('j');
  await program.until('at 1');
  await program.press('E');
  await program.until('editor has:');
  expect(program.fullScreen).toBe(false);
  await program.type('jjj typed\r');
  await program.until('at 1');
  expect(program.fullScreen).toBe(true);
  expect(await readFile(edited, 'utf8')).toBe('jjj typed');
  expect(program.cells(50, 2, 1, 1)[0]?.[0]).toMatchObject({ char: '▀' });
  await program.press('j');
  await program.until('at 2');
});

test('a line that stalls stops neither the program nor the keys, and the frames that it missed are not sent late', async () => {
  await open({ env: { FLOOD: '1' } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  program.pauseReading();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const before = program.bytes;
  program.resumeReading();
  await program.press('j');
  await program.until('at 1');
  const late = program.bytes - before;
  await program.press('q');
  await program.waitForExit();
  const slowest = Number(/slowest (\d+) ms/.exec(program.screen())?.[1]);
  console.log(`a stall of 2 s: the program waited ${slowest} ms at most; ${late} bytes came after it up to the key’s frame`);
  // A program that waits for its terminal would stand still as long as the line does.
  expect(slowest).toBeLessThan(1200);
  // 400 pictures of some 13 KB were missed.
  expect(late).toBeLessThan(400_000);
});
