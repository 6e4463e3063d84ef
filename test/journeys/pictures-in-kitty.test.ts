import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { RealTmux, hasTmux } from '../terminal/support/real-tmux.js';
import { KittyPictures, type Shown } from './harness/kitty-pictures.js';
import { keyBytes } from './harness/keys.js';
import { openProgram } from './harness/terminal.js';
import type xterm from '@xterm/headless';

/** The program in kitty, or in a tmux in kitty. */
interface Place {
  emulator: xterm.Terminal;
  home: string;
  press: (key: string) => Promise<void>;
  resize: (columns: number, rows: number) => Promise<void>;
  ended: () => Promise<boolean>;
  close: () => Promise<void>;
}

let place: Pick<Place, 'close'> | undefined;
afterEach(async () => {
  await place?.close();
  place = undefined;
});

const wait = { timeout: 15_000 };
const size = { columns: 110, rows: 36 };

/** A home in which pictures are never made smaller, however slow the machine is. */
async function newHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-home-'));
  await mkdir(path.join(home, 'config/loradeck'), { recursive: true });
  await writeFile(path.join(home, 'config/loradeck/config.toml'), '[pictures]\nquality = "full"\n');
  return home;
}

const remove = (home: string): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5 });

async function inKitty(pictures: KittyPictures): Promise<Place> {
  const home = await newHome();
  const program = await openProgram({ args: ['demo'], ...size, home, watch: pictures.watch });
  const { emulator } = program;
  return { emulator, home, press: (key) => program.press(key), resize: (...to) => program.resize(...to), ended: async () => program.exit !== null, close: () => program.close().then(() => remove(home)) };
}

async function inTmux(pictures: KittyPictures): Promise<Place> {
  const home = await newHome();
  const env = { HOME: home, XDG_CONFIG_HOME: `${home}/config`, XDG_DATA_HOME: `${home}/data`, XDG_CACHE_HOME: `${home}/cache`, XDG_STATE_HOME: `${home}/state` };
  const command = `${process.execPath} ${path.resolve('bin/loradeck.js')} demo; sleep 60`;
  const tmux = await RealTmux.start({ settings: ['set -g allow-passthrough on', 'set -as terminal-features ,xterm-256color:RGB'], command, env, ...size, watch: pictures.watch });
  return {
    emulator: tmux.emulator,
    home,
    press: (key) => tmux.type(keyBytes(key)),
    resize: (...to) => tmux.resize(...to),
    ended: async () => (await tmux.tmux('list-panes', '-F', '#{pane_current_command} #{alternate_on}')).trim() === 'sleep 0',
    close: async () => {
      await tmux.close();
      await remove(home);
    },
  };
}

async function opened(opening: Promise<Place>): Promise<Place> {
  const one = await opening;
  place = one;
  return one;
}

/** How far two pictures of the same size are apart, 0–255, on average. */
function distance(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

describe.each([
  ['kitty', inKitty, true],
  ['a tmux in kitty', inTmux, hasTmux()],
] as const)('in %s', (_, open, isThere) => {
  test.skipIf(!isThere)('pictures are sent once, shown by placeholders, covered, uncovered, shown anew in another size, and freed at the end', async () => {
    const pictures = new KittyPictures();
    const { emulator, home, press, resize, ended } = await opened(open(pictures));
    const shown = (): Shown[] => pictures.shown(emulator);
    const whole = (): Shown[] => shown().filter(({ id, cells }) => cells === (pictures.kept.get(id)?.columns ?? 0) * (pictures.kept.get(id)?.rows ?? 0));
    const largest = (): Shown | undefined => whole().sort((a, b) => b.cells - a.cells)[0];

    // The grid's tiles and the large picture, each cell with both marks.
    await expect.poll(() => whole().length, wait).toBeGreaterThan(4);
    await expect.poll(() => largest()?.cells ?? 0, wait).toBeGreaterThan(400);
    // What the checks say of an image stands below it: until they are through, it may become smaller.
    const lines = (): string => Array.from({ length: size.rows }, (_, y) => emulator.buffer.active.getLine(emulator.buffer.active.viewportY + y)?.translateToString(true)).join('\n');
    await expect.poll(lines, wait).toContain('dataset ✗2 ▲9');
    await expect.poll(() => pictures.sent === pictures.sentBefore(400) && shown().length === whole().length, wait).toBe(true);
    const first = largest()?.id ?? 0;
    const file = path.join(home, 'data/loradeck/demo/Pipnix/4_pipnix/001.png');
    const own = await sharp(file).flatten({ background: '#fff' }).resize(104, 128, { fit: 'fill' }).removeAlpha().raw().toBuffer();
    expect(distance(await pictures.pixels(first, 104, 128), own)).toBeLessThan(4);
    const other = await sharp(path.join(home, 'data/loradeck/demo/Pipnix/4_pipnix/006.png')).flatten({ background: '#fff' }).resize(104, 128, { fit: 'fill' }).removeAlpha().raw().toBuffer();
    expect(distance(await pictures.pixels(first, 104, 128), other)).toBeGreaterThan(20);

    // Help covers parts of them; going back uncovers them, and nothing is sent again.
    await expect.poll(() => pictures.sent === pictures.sentBefore(400), wait).toBe(true);
    const before = whole().length;
    const sent = pictures.sent;
    await press('?');
    await expect.poll(() => whole().length, wait).toBeLessThan(before);
    await press('escape');
    await expect.poll(() => whole().length, wait).toBe(before);
    expect(pictures.sent).toBe(sent);

    // On to the next image and back: each is sent no more than once.
    await press('l');
    await expect.poll(() => largest()?.id, wait).not.toBe(first);
    await press('h');
    await expect.poll(() => largest()?.id, wait).toBe(first);
    expect(pictures.sent).toBeLessThanOrEqual(sent + 1);

    // A smaller window has smaller pictures.
    await resize(84, 26);
    await expect.poll(() => [largest()?.id === first, (largest()?.cells ?? 0) > 200], wait).toEqual([false, true]);
    expect(shown().every(({ id }) => pictures.kept.has(id))).toBe(true);

    await press('q');
    await expect.poll(ended, wait).toBe(true);
    await expect.poll(() => [shown().length, pictures.kept.size], wait).toEqual([0, 0]);
    expect(pictures.problems).toEqual([]);
  });
});

describe('the terminal gets back what it had, and keeps no picture', () => {
  test.each(['SIGTERM', 'SIGHUP'] as const)('on %s', async (signal) => {
    const pictures = new KittyPictures();
    const program = await openProgram({ args: ['demo'], ...size, watch: pictures.watch });
    place = program;
    await expect.poll(() => pictures.kept.size, wait).toBeGreaterThan(4);
    program.kill(signal);
    await expect.poll(() => program.exit !== null, wait).toBe(true);
    expect([program.fullScreen, pictures.kept.size, pictures.shown(program.emulator).length]).toEqual([false, 0, 0]);
  });

  test.each([
    ['an error that nobody caught', 'throw new Error("planted in a signal")'],
    ['a promise that nobody caught', 'Promise.reject(new Error("planted in a signal"))'],
  ])('on %s, which is printed on the ordinary screen', async (_, fault) => {
    const pictures = new KittyPictures();
    const plant = `data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2", () => { ${fault} })`)}`;
    const program = await openProgram({ args: ['demo'], ...size, watch: pictures.watch, env: { NODE_OPTIONS: `--import=${plant}` } });
    place = program;
    await expect.poll(() => pictures.kept.size, wait).toBeGreaterThan(4);
    program.kill('SIGUSR2');
    await expect.poll(() => program.exit?.code, wait).toBe(1);
    expect([program.fullScreen, pictures.kept.size, pictures.shown(program.emulator).length]).toEqual([false, 0, 0]);
    await program.until('planted in a signal');
  });

  test('with ctrl-z, until the shell brings the program to the front again', async () => {
    const pictures = new KittyPictures();
    const program = await openProgram({ command: ['bash', '--norc', '-i'], env: { PS1: 'shell> ' }, ...size, watch: pictures.watch });
    place = program;
    await program.until('shell>');
    await program.type(`"${process.execPath}" "${path.resolve('bin/loradeck.js')}" demo\r`);
    await expect.poll(() => pictures.shown(program.emulator).length, wait).toBeGreaterThan(4);
    await program.press('ctrl-z');
    await program.until(/Stopped/);
    expect([program.fullScreen, pictures.kept.size]).toEqual([false, 0]);
    await program.type('echo $((6*7)) in between\r');
    await program.until('42 in between');
    await program.type('fg\r');
    await expect.poll(() => pictures.shown(program.emulator).length, wait).toBeGreaterThan(4);
    expect(program.fullScreen).toBe(true);
    await program.press('q');
    await program.until('42 in between');
    await expect.poll(() => [program.fullScreen, pictures.kept.size], wait).toEqual([false, 0]);
    expect(pictures.problems).toEqual([]);
  });
});
