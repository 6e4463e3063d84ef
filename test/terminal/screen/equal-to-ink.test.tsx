import { describe, expect, test } from 'vitest';
import { differences } from '../support/differences.js';
import { Gallery } from '../support/gallery.js';
import { imageKinds, madeUpImage, type ImageKind } from '../support/made-up-images.js';
import { randomSession, type SessionResult } from '../support/random-session.js';
import { settle, start, type Side } from '../support/sides.js';

const sessions = 40;
const frames = 250;
/** Another one tries other sessions, e.g. `LORADECK_SEED=1000`; a failure says its seed. */
const firstSeed = Number(process.env['LORADECK_SEED'] ?? 1);

test(`the screen shows cell by cell what Ink itself would show, over ${sessions} random sessions of ${frames} frames`, { timeout: 600_000 }, async () => {
  const sum = { frames: 0, changed: 0, scrolls: 0, ours: 0, inks: 0 };
  const mix: Record<string, number> = {};
  const seeds = Array.from({ length: sessions }, (_, i) => firstSeed + i).values();
  // Several at once, as each waits for timers now and then.
  const play = async (): Promise<void> => {
    for (const seed of seeds) count(await randomSession(seed, frames));
  };
  const count = (result: SessionResult): void => {
    sum.frames += result.frames;
    sum.changed += result.changed;
    sum.scrolls += result.scrolls;
    sum.ours += result.bytes.ours;
    sum.inks += result.bytes.inks;
    for (const [name, count] of Object.entries(result.mix)) mix[name] = (mix[name] ?? 0) + count;
  };
  await Promise.all([play(), play(), play()]);
  console.log(`seeds ${firstSeed} to ${firstSeed + sessions - 1}: ${sum.frames} frames compared, all equal; ${sum.changed} changed the screen, ${sum.scrolls} moved a part of it`);
  console.log(`events: ${JSON.stringify(mix)}; bytes: ours ${sum.ours}, Ink’s ${sum.inks}`);
  expect(sum.frames).toBeGreaterThanOrEqual(10_000);
  expect(sum.changed).toBeGreaterThan(sum.frames / 2);
  expect(sum.scrolls).toBeGreaterThan(100);
});

const hole = { width: 30, height: 12 };

/** Two sides with a picture in the large hole, drawn and equal. */
async function opened(kind: ImageKind): Promise<{ ours: Side; found: () => Promise<string[]>; gallery: Gallery; inks: Side; close: () => void }> {
  const gallery = new Gallery();
  gallery.set(1, madeUpImage(kind, hole.width, hole.height, 1));
  const props = { count: 300, hole, small: true };
  const ours = start({ columns: 90, rows: 26 }, gallery.layer, props);
  const inks = start({ columns: 90, rows: 26 }, null, props);
  await settle(ours, inks);
  const found = async (): Promise<string[]> => {
    await settle(ours, inks);
    return [...differences(ours.terminal, inks.terminal, gallery), ...ours.terminal.uploads.mistakes];
  };
  expect(await found()).toEqual([]);
  const close = (): void => {
    for (const side of [ours, inks]) side.app.unmount();
  };
  return { ours, inks, gallery, found, close };
}

describe('the comparison above can fail', () => {
  test.each([
    ['a character', '\u001b[5;5H#', 1],
    ['a colour', '\u001b[6;6H\u001b[38;5;200m0\u001b[m', 1],
    ['a background', '\u001b[8;40H\u001b[41m \u001b[m', 1],
    ['boldness', '\u001b[1;12H\u001b[1m3\u001b[m', 1],
    ['a cell of the picture', '\u001b[5;62H\u001b[38;2;1;2;3m▀\u001b[m', 1],
    ['the cursor shown', '\u001b[?25h', 2],
  ])('%s changed is found', async (_what, corruption, count) => {
    const { ours, found, close } = await opened('blocks');
    ours.terminal.write(corruption);
    expect((await found()).length).toBeGreaterThanOrEqual(1);
    expect((await found()).length).toBeLessThanOrEqual(count);
    close();
  });

  test.each(imageKinds)('in a picture of %s one cell that is blank, and the whole picture one cell aside, are found', async (kind) => {
    const { ours, found, close } = await opened(kind);
    ours.terminal.write('\u001b[8;70H ');
    expect(await found()).toHaveLength(1);
    ours.screen?.redraw();
    expect(await found()).toEqual([]);
    ours.terminal.write('\u001b[3;80H\u001b[P');
    expect((await found()).length).toBeGreaterThan(5);
    close();
  });

  test('a wrong mark in a placeholder is found', async () => {
    const { ours, found, gallery, close } = await opened('placeholders');
    const image = madeUpImage('placeholders', hole.width, hole.height, 1);
    const char = 'cells' in image ? image.cells(4, 3).char : '';
    const id = 'upload' in image ? (image.upload?.id ?? 0) : 0;
    const begin = `\u001b[6;62H\u001b[38;2;${id >> 16};${(id >> 8) & 255};${id & 255}m`;
    ours.terminal.write(`${begin}${char}\u001b[m`);
    expect(await found()).toEqual([]);
    ours.terminal.write(`${begin}${char.replace(/.$/, '\u0305')}\u001b[m`);
    expect(await found()).toHaveLength(1);
    expect(gallery.missing(ours.terminal)).toEqual([]);
    close();
  });

  test('placeholders shown of a picture that the terminal no longer holds, and pieces of two pictures mixed, are found', async () => {
    const { ours, found, gallery, close } = await opened('placeholders');
    const image = madeUpImage('placeholders', hole.width, hole.height, 1);
    const id = 'upload' in image ? (image.upload?.id ?? 0) : 0;
    ours.terminal.write(`\u001b_Ga=d,d=I,i=${id}\u001b\\`);
    expect((await found()).length).toBe(hole.width * hole.height);
    expect(gallery.missing(ours.terminal)).toEqual([id]);
    ours.terminal.write('\u001b_Gi=9,n=0,of=2;abcd\u001b\\\u001b_Gi=5,n=0,of=1;abcd\u001b\\');
    expect(ours.terminal.uploads.mistakes).toHaveLength(1);
    close();
  });

  test.each(['iterm2', 'sixel'] as const)('a graphic (%s) that a dialog covered and that is not drawn again, or over what covers it, is found', async (kind) => {
    const { ours, inks, found, close } = await opened(kind);
    for (const side of [ours, inks]) side.keyboard.write('d');
    expect(await found()).toEqual([]);
    // Drawn again in front of the dialog.
    const image = madeUpImage(kind, hole.width, hole.height, 1);
    ours.terminal.write(`\u001b[3;60H${'draw' in image ? image.draw : ''}`);
    expect((await found()).length).toBeGreaterThan(20);
    ours.screen?.redraw();
    expect(await found()).toEqual([]);
    // The dialog goes and leaves blanks.
    for (const side of [ours, inks]) side.keyboard.write('d');
    expect(await found()).toEqual([]);
    ours.terminal.write('\u001b[6;60H\u001b[10X');
    expect(await found()).toHaveLength(10);
    // Another picture in the hole than the one that is shown.
    ours.screen?.redraw();
    const other = madeUpImage(kind, hole.width, hole.height, 2);
    ours.terminal.write(`\u001b[3;60H${'draw' in other ? other.draw : ''}`);
    expect(await found()).toHaveLength(hole.width * hole.height);
    close();
  });
});
