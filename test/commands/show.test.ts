import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import sharp from 'sharp';
import sixel from 'sixel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf, type Answering } from '../terminal/support/fake-answers.js';
import { meanDifference, pixelsIn, smoothPixels } from '../terminal/support/read-as.js';
import { loradeck } from './loradeck.js';

let folder = '';
const file = (name: string): string => path.join(folder, name);
const { data } = smoothPixels(240, 120);
const picture = () => sharp(data, { raw: { width: 240, height: 120, channels: 3 } });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-show-'));
  await picture().png().toFile(file('plain.png'));
  await picture().webp({ lossless: true }).toFile(file('plain.webp'));
  await picture().avif({ lossless: true }).toFile(file('plain.avif'));
  // Turned by its EXIF data: seen as 240 × 120, stored as 120 × 240.
  await sharp(await picture().rotate(-90).png().toBuffer()).withMetadata({ orientation: 6 }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toFile(file('turned.jpg'));
  await writeFile(file('broken.png'), 'no picture');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Printed {
  out: string;
  code: number;
}

/** Runs the built program in a pseudo-terminal that answers like this. */
function inTerminal(how: Answering, args: string[], env: Record<string, string> = {}): Promise<Printed> {
  const plain = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^(CI|NO_COLOR|FORCE_COLOR|COLORTERM|TERM.*|TMUX.*|KITTY.*|VITEST)$/.test(entry[0])),
  );
  const child = pty.spawn(process.execPath, ['bin/loradeck.js', ...args], { cols: 80, rows: 24, env: { ...plain, TERM: 'xterm-256color', HOME: folder, XDG_CONFIG_HOME: folder, ...env } });
  let out = '';
  child.onData((text) => {
    out += text;
    const answers = answersOf(text, how);
    if (answers !== '') child.write(answers);
  });
  return new Promise((resolve) => child.onExit(({ exitCode }) => resolve({ out, code: exitCode })));
}

const xterm: Answering = { name: 'XTerm(379)', attributes: '64;4', cell: [10, 20] };
const pixelTerminals = {
  kitty: { name: 'kitty(0.42.0)', attributes: '62', cell: [10, 20], kitty: 'OK' },
  iterm2: { name: 'iTerm2 3.6.2', attributes: '62;4', cell: [10, 20] },
  sixel: xterm,
} satisfies Record<string, Answering>;

/** The pixels of the only picture in a terminal's output, whatever the protocol. */
async function pixelsOf(out: string): Promise<{ width: number; height: number; data: Uint8Array }> {
  const kitty = [...out.matchAll(/\u001b_G([^;\u001b]*);([A-Za-z0-9+/=]*)\u001b\\/g)].filter(([, keys]) => !keys?.includes('a=q'));
  if (kitty.length > 0) return pixelsIn(Buffer.from(kitty.map(([, , text]) => text).join(''), 'base64'));
  const [, inline] = /\u001b\]1337;File=[^:]*:([A-Za-z0-9+/=]*)\u0007/.exec(out) ?? [];
  if (inline !== undefined) return pixelsIn(Buffer.from(inline, 'base64'));
  const [, body] = /\u001bP0;1;q([^\u001b]*)\u001b\\/.exec(out) ?? [];
  if (body === undefined) throw new Error(`no picture in ${JSON.stringify(out.slice(0, 300))}`);
  const { width, height, data32 } = sixel.decode(Buffer.from(body));
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) pixels.set(sixel.fromRGBA8888(data32[i] ?? 0).slice(0, 3), 3 * i);
  return { width, height, data: pixels };
}

describe('in a terminal', () => {
  test.each(Object.entries(pixelTerminals))('%s: the picture comes in its own way, as it is, with a line under it', async (name, how) => {
    for (const picture of name === 'kitty' ? ['plain.png', 'plain.webp', 'plain.avif', 'turned.jpg'] : ['turned.jpg']) {
      const { out, code } = await inTerminal(how, ['show', file(picture)]);
      expect(code).toBe(0);
      const seen = await pixelsOf(out);
      expect([seen.width, seen.height], picture).toEqual([240, 120]);
      // PNG is exact; JPEG, AVIF and sixel's palette come near.
      expect(meanDifference(seen.data, data), picture).toBeLessThan(picture === 'plain.png' || picture === 'plain.webp' ? 0.001 : 4);
      expect(out.trimEnd().endsWith(`${picture}  240×120  ${picture.replace(/.*\./, '').replace('jpg', 'jpeg')}`)).toBe(true);
    }
  });

  test('one that is not known gets half blocks, no larger than the window or than asked for', async () => {
    const { out } = await inTerminal({ attributes: '6' }, ['show', file('plain.png')]);
    const rows = out.split('\n').filter((line) => line.includes('▄'));
    expect(rows.length).toBeGreaterThan(10);
    expect(Math.max(...rows.map((row) => [...row].filter((char) => char === '▄').length))).toBeLessThanOrEqual(80);
    const small = (await inTerminal({ attributes: '6' }, ['show', file('plain.png'), '--width', '12'])).out.split('\n').filter((line) => line.includes('▄'));
    expect(small).toHaveLength(3);
    for (const row of small) expect([...row].filter((char) => char === '▄')).toHaveLength(12);
  });

  test('what is asked for goes before what the terminal is', async () => {
    expect((await inTerminal(pixelTerminals.kitty, ['show', file('plain.png'), '--images=blocks'])).out).toContain('▀');
    expect((await inTerminal(pixelTerminals.kitty, ['show', file('plain.png')], { LORADECK_IMAGES: 'sixel' })).out).toContain('\u001bP0;1;q');
    const none = await inTerminal(pixelTerminals.kitty, ['show', file('plain.png'), '--images=none']);
    expect(none.out).not.toContain('a=T');
    expect(none.out).toContain('240×120');
  });

  test('a picture that cannot be read is said in one line, the others are shown', async () => {
    const { out, code } = await inTerminal(xterm, ['show', file('broken.png'), file('plain.png')]);
    expect(code).toBe(1);
    expect(out).toContain('broken.png: The file is not an image.');
    expect(out).toContain('\u001bP0;1;q');
  });
});

test('without a terminal each picture is a line', async () => {
  const { out, err, code } = await loradeck('show', file('plain.png'), file('turned.jpg'), file('missing.png'));
  expect(out).toBe(`${file('plain.png')}  240×120  png\n${file('turned.jpg')}  240×120  jpeg\n`);
  expect(err).toMatch(/^loradeck: .*missing\.png: The file does not exist\.\n$/);
  expect(code).toBe(1);
});

test.each([['--width', '0'], ['--height', 'x'], ['--images', 'jpeg']])('%s %s is wrong use', async (option, value) => {
  expect(await loradeck('show', file('plain.png'), option, value)).toMatchObject({ code: 2, out: '' });
});

describe('doctor --terminal', () => {
  test('says what was asked, answered and chosen, and draws what the terminal may understand', async () => {
    const { out, code } = await inTerminal({ ...pixelTerminals.kitty, background: 'rgb:1111/2222/3333', keyboard: true }, ['doctor', '--terminal']);
    expect(code).toBe(0);
    expect(out).toContain('kitty(0.42.0)');
    expect(out).toMatch(/Pictures are drawn by “kitty”/);
    expect(out).toContain('10 × 20 pixels');
    expect(out).toContain('red 17, green 34, blue 51');
    expect(out).toContain('a=p,U=1');
    expect(out).toContain('▀');
    expect(out).not.toContain('1337;File');
    expect(out).not.toContain('\u001bP0;1;q');
  });

  test('shows text of the terminal with its control characters made visible', async () => {
    const { out } = await inTerminal({ ...xterm, name: 'evil\u0001name' }, ['doctor', '--terminal']);
    expect(out).not.toContain('evil\u0001');
  });

  test('of a terminal that does not answer', async () => {
    const { out, code } = await inTerminal({}, ['doctor', '--terminal']);
    expect(code).toBe(0);
    expect(out).toContain('did not answer');
    expect(out).toMatch(/Pictures are drawn by “blocks”/);
  });
});
