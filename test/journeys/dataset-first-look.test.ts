import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

const images = 400;
let root: string;
let program: Program;
afterEach(() => program.close());

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'loradeck-first-'));
  const folder = path.join(root, '10_bench');
  await mkdir(folder);
  await writeFile(path.join(root, 'loradeck.toml'), 'output_name = "bench"\n');
  const size = { width: 1200, height: 1200 };
  const noise = await sharp(randomBytes(size.width * size.height * 3), { raw: { ...size, channels: 3 } }).jpeg({ quality: 60 }).toBuffer();
  // What comes after a picture's end makes it another file.
  for (let i = 0; i < images; i++) await writeFile(path.join(folder, `${String(i).padStart(3, '0')}.jpg`), Buffer.concat([noise, Buffer.from(`${i}`)]));
});
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

/** The processes that were started under this home. */
async function processes(home: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(ids.map(async (id) => [id, await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')] as const));
  return texts.filter(([, text]) => text.includes(`\0HOME=${home}\0`)).map(([id]) => id);
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('how far the first look at all images is stands in the status line, and leaving in its midst is done at once', async () => {
    program = await openProgram({ args: [root], columns, rows });
    const done = () => Number(/opening the images (\d+)\/400/.exec(program.screen())?.[1] ?? 0);
    await expect.poll(done, { timeout: 20_000 }).toBeGreaterThan(0);
    const before = done();
    // Keys go before it.
    await program.press('j', 'j');
    await program.until(/╭ (?!000)\d{3}\.jpg/);
    await expect.poll(done, { timeout: 10_000 }).toBeGreaterThan(before);
    expect(await processes(program.home)).toHaveLength(2);
    const pressed = Date.now();
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);
    expect(Date.now() - pressed).toBeLessThan(900);
    expect(await processes(program.home)).toEqual([]);
    // What was learnt until then is not learnt again.
    const folder = path.join(program.home, 'cache/loradeck/thumbnails');
    const thumbnails = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.webp'));
    expect(thumbnails.length).toBeGreaterThan(before / 2);
  });
});
