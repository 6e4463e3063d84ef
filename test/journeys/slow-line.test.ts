import { link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { hold, keyToPaint, untilQuiet, untilShown } from './harness/paint-times.js';
import { openSlowLine, slowLine, type SlowLine } from './harness/slow-line.js';
import { noSsh, startSshServer, type SshServer } from './harness/ssh-server.js';
import { openProgram, type Program } from './harness/terminal.js';

const launcher = fileURLToPath(new URL('../../bin/loradeck.js', import.meta.url));
const size = { columns: 200, rows: 50 };
const images = 180;
/** Twice what is meant to be, for a machine that does other things too. Without flow control most of it takes many seconds. */
const patience = 2000;

let home: string | undefined;
let server: SshServer | undefined;
let line: SlowLine | undefined;
let program: Program | undefined;
afterEach(async () => {
  await program?.close();
  await line?.close();
  await server?.close();
  if (home) await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Images named by their position, whose pictures are much to send. */
async function makeWorkspace(root: string): Promise<void> {
  const folder = path.join(root, '10_grain');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(root, 'loradeck.toml'), 'output_name = "grain"\n');
  const originals = await Promise.all(
    [1, 2, 3, 4, 5].map(async (seed) => {
      const grain = Buffer.from(Array.from({ length: 96 * 96 * 3 }, (_, i) => (Math.imul(i + seed * 7919, 2654435761) >>> 13) & 255));
      const file = path.join(root, '..', `${seed}.png`);
      await sharp(grain, { raw: { width: 96, height: 96, channels: 3 } }).resize(384, 384 + 64 * seed).png().toFile(file);
      return file;
    }),
  );
  for (let i = 0; i < images; i++) {
    const stem = path.join(folder, String(i).padStart(5, '0'));
    await link(originals[i % originals.length] ?? '', `${stem}.png`);
    await writeFile(`${stem}.txt`, `grain, solo, tag ${i % 17}`);
  }
}

function statistics(list: readonly number[]): string {
  const sorted = list.toSorted((a, b) => a - b).map(Math.round);
  return `median ${sorted[sorted.length >> 1]} ms, the worst ${sorted.at(-1)} ms`;
}

test.skipIf(noSsh !== null)(
  `over ssh and a line of 256 kbit/s and 150 ms a key is painted soon, whatever pictures are on their way${noSsh ? ` – ${noSsh}` : ''}`,
  { timeout: 180_000 },
  async () => {
    home = await mkdtemp(path.join(tmpdir(), 'loradeck-slow-'));
    const root = path.join(home, 'grain');
    await makeWorkspace(root);
    server = await startSshServer();
    line = await openSlowLine(server.port, slowLine);
    const person = { HOME: home, COLORTERM: 'truecolor', LORADECK_TEST: '1' };
    const words = [...Object.entries(person).map(([name, value]) => `${name}=${value}`), process.execPath, launcher, root];
    const shown = await openProgram({ ...size, home, cwd: home, command: server.ssh(line.port, `env ${words.map((word) => `'${word}'`).join(' ')}`) });
    program = shown;
    const position = (): number | null => {
      // The title of the details is the chosen image's name.
      const name = /╭ (\d{5})\.png ─*╮$/.exec(shown.row(1))?.[1];
      return name === undefined ? null : Number(name);
    };
    const press = async (key: string): Promise<number> => {
      const want = (position() ?? 0) + 1;
      return keyToPaint(shown, key, () => position() === want, 30_000);
    };
    expect(await untilShown(shown, () => position() !== null)).toBeLessThan(20_000);

    // While the first page of pictures comes.
    const first: number[] = [];
    for (let i = 0; i < 8; i++) first.push(await press('l'));
    await untilQuiet(shown, 1500);

    const pages: number[] = [];
    for (let page = 0; page < 3; page++) {
      const before = position() ?? 0;
      pages.push(await keyToPaint(shown, 'pagedown', () => (position() ?? before) > before, 30_000));
      for (let i = 0; i < 3; i++) pages.push(await press('l'));
    }
    await untilQuiet(shown, 1500);

    const held = await hold(shown, 'left', { perSecond: 30, seconds: 2, position, by: -1 });
    console.log(`while the first pictures come: ${statistics(first)}; while pages of them come: ${statistics(pages)}`);
    console.log(`a held key, ${held.sent} times: ${held.behind} behind when let go, caught up after ${Math.round(held.catchUp)} ms`);
    expect(Math.max(...first, ...pages)).toBeLessThan(patience);
    expect(held.catchUp).toBeLessThan(patience);
  },
);
