import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../../src/core/images/decode.js';
import { unlikeness } from '../../../src/core/images/print.js';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-print-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Blobs of colour, others for each seed. */
function drawn(seed: number, width = 900, height = 1200): Sharp {
  const blobs = Array.from({ length: 9 }, (_, at) => {
    const [x, y, size, hue] = [17, 29, 41, 53].map((prime) => (seed * prime * (at + 3) * 37) % 101);
    return `<circle cx="${x}%" cy="${y}%" r="${10 + (size ?? 0) / 4}%" fill="hsl(${(hue ?? 0) * 3.6} 70% ${20 + ((hue ?? 0) % 6) * 10}%)"/>`;
  });
  return sharp(Buffer.from(`<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/>${blobs.join('')}</svg>`)).flatten();
}

async function printOfFile(name: string, picture: Sharp): Promise<string> {
  await picture.toFile(join(root, name));
  const { print } = await decode(join(root, name));
  if (print === undefined) throw new Error(`no print of ${name}`);
  return print;
}

test('a picture in another size, format and quality has nearly the same print', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const one = await printOfFile('one.png', drawn(seed));
    const others = await Promise.all([
      printOfFile('small.png', sharp(await drawn(seed).png().toBuffer()).resize(300)),
      printOfFile('poor.jpg', drawn(seed).jpeg({ quality: 30 })),
      printOfFile('other.webp', drawn(seed).webp({ quality: 60 })),
    ]);
    for (const other of others) expect(unlikeness(one, other)).toBeLessThan(10);
  }
});

test('other pictures have other prints, plain ones by their colour', async () => {
  const prints = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => printOfFile(`${seed}.png`, drawn(seed))));
  const plain = (background: string) => sharp({ create: { width: 64, height: 64, channels: 3, background } });
  prints.push(await printOfFile('red.png', plain('#f00')), await printOfFile('blue.png', plain('#00f')));
  for (const [at, one] of prints.entries()) for (const other of prints.slice(at + 1)) expect(unlikeness(one, other)).toBeGreaterThan(14);
});

test('what cannot be decoded has none', async () => {
  expect((await decode(join(root, 'not-there.png'))).print).toBeUndefined();
});
