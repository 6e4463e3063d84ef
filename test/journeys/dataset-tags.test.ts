import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const workspaceOf = (home: string) => path.join(home, 'data/loradeck/demo/Pipnix');

async function captions(home: string): Promise<Record<string, string>> {
  const root = workspaceOf(home);
  const all: Record<string, string> = {};
  for (const folder of ['4_pipnix', '6_kettlop']) {
    for (const name of await readdir(path.join(root, folder))) {
      if (name.endsWith('.txt')) all[`${folder}/${name}`] = await readFile(path.join(root, folder, name), 'utf8');
    }
  }
  return all;
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('someone looks at three images, tags all of them, takes it back, and can still do so after coming back', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const { home } = program;
    await program.until('all concepts  17 images');
    await program.until('001.png');

    // Three images, each with its picture and its caption.
    await program.press('l');
    await program.until('002.png');
    await program.until('walking');
    await program.press('l');
    await program.until('003.jpg');
    const drawn = () => program.cells(columns - 20, 2, 10, 9).flat().filter((cell) => cell.char === '▀' && cell.fg !== null).length;
    await expect.poll(drawn, { timeout: 10_000 }).toBeGreaterThan(10);

    // Mark all of them and add a tag; the change is shown before it is made.
    const before = await captions(home);
    await program.press('a', '2', 'A');
    await program.type('storybook');
    await program.press('enter');
    await program.until('17 change');
    await program.until('+storybook');
    expect(await captions(home)).toEqual(before);
    await program.press('enter');
    await program.until('added “storybook” to 17 images');
    const after = await captions(home);
    expect(Object.values(after).every((text) => text.includes('storybook'))).toBe(true);

    await program.press('u');
    await program.until('took back: added “storybook”');
    expect(await captions(home)).toEqual(before);

    // One edit with the completion of the set's own tags, then leave and come back.
    await program.press('a');
    await program.type('bedr');
    await program.until('bedroom');
    await program.press('tab', 'enter', 'escape');
    await program.until('added “bedroom” to 1 image');
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);

    const again = await openProgram({ args: ['demo', '--again'], columns, rows, home });
    try {
      await again.until('added “bedroom” to 1 image · u undo');
      await again.press('u');
      await again.until('took back: added “bedroom”');
      expect(await captions(home)).toEqual(before);
    } finally {
      await again.close();
    }
  });

  test('someone filters, marks, and mends what the checks found', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const root = workspaceOf(program.home);
    await program.until('17 images');
    await program.press('/');
    await program.type('tag:smile and concept:pipnix');
    await program.until(/\d+ of 17/);
    await program.type(' and (');
    await program.until('✗');
    await program.press('escape', '3');
    await program.until('T03');
    await program.until('T01');
    // The first finding is the missing caption: f shows the new file, enter writes it.
    await program.press('f');
    await program.until('+kettlop');
    await program.press('enter');
    await program.untilGone('T01');
    expect(await readFile(path.join(root, '6_kettlop/kettle_04.txt'), 'utf8')).toContain('kettlop');
    await program.press('e');
    await program.until('why');
    await program.press('escape', 'enter');
    await program.until('marked');
  });
});

test('every key of a screen is in its help, and the palette finds actions by their words', async () => {
  program = await openProgram({ args: ['demo'], columns: 120, rows: 40 });
  await program.until('17 images');
  await program.press('?');
  await program.until('keys of Dataset');
  await program.until('mark or unmark the image');
  await program.press('escape', ':');
  await program.type('tidy');
  await program.until('tags: tidy separators');
  await program.press('enter');
  await program.until('tidy captions (T12)');
  await program.press('escape');
  await program.untilGone('tidy captions (T12)');
});

test('keys that arrive in one read and pasted text are taken as they are meant', async () => {
  program = await openProgram({ args: ['demo'], columns: 120, rows: 40 });
  await program.until('001.png');
  await program.type('lll');
  await program.until('004.jpg');
  await program.press('2', 'a');
  await program.paste('paper lantern, night sky\n');
  await program.until('paper lantern, night sky');
  await program.press('enter');
  await program.until('added “paper lantern”, “night sky” to 1 image');
});

test('a caption that is not UTF-8 is never rewritten, and the reason is said', async () => {
  program = await openProgram({ args: ['demo'], columns: 120, rows: 40 });
  const file = path.join(workspaceOf(program.home), '4_pipnix/001.txt');
  await program.until('001.png');
  const bytes = Buffer.from([0x70, 0x69, 0x83, 0xff]);
  await writeFile(file, bytes);
  await program.press('ctrl-l');
  await program.until('Read the workspace again');
  await program.press('2', 'a');
  await program.type('smile\r');
  await program.until(/✗ 001\.png: .*UTF-8/);
  expect(await readFile(file)).toEqual(bytes);
});

test('a filter with a mistake lets nothing through, and is not kept', async () => {
  program = await openProgram({ args: ['demo'], columns: 80, rows: 24 });
  await program.until('17 images');
  await program.press('/');
  await program.type('tag:smile and widht>5');
  await program.until('there is no term “widht”');
  await program.until('0 of 17');
  await program.press('enter');
  await program.until('The filter cannot be used');
  // Still in the field: the mistake can be mended.
  await program.press('ctrl-w');
  await program.type('width>5\r');
  await program.until(/[1-9]\d? of 17/);
});

test('a held key moves a tag as far as it was held', async () => {
  program = await openProgram({ args: ['demo'], columns: 120, rows: 36 });
  const file = path.join(workspaceOf(program.home), '4_pipnix/001.txt');
  await program.until('001.png');
  await program.press('2', 'j', 'j');
  const before = (await readFile(file, 'utf8')).trim().split(', ');
  await program.type('JJJJJ');
  const wanted = before.toSpliced(2, 1).toSpliced(7, 0, before[2] ?? '');
  await expect.poll(async () => (await readFile(file, 'utf8')).trim().split(', '), { timeout: 10_000 }).toEqual(wanted);
});

test('a proposed tag is replaced by the first letter typed', async () => {
  program = await openProgram({ args: ['demo'], columns: 120, rows: 36 });
  await program.until('001.png');
  await program.press('2', 'j', 'D');
  await program.until('remove tags');
  await program.type('scarf\r');
  await program.until('remove “scarf”');
  await program.until('12 of 17 change');
  await program.press('escape');
});

test('without colours the cursor is still to be seen', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30, env: { NO_COLOR: '1', COLORTERM: undefined } });
  await program.until('17 images');
  await program.press('3');
  await program.until('T01');
  const cells = program.cells(0, 0, 100, 30).flat();
  expect(cells.some((cell) => cell.fg !== null || cell.bg !== null)).toBe(false);
  expect(cells.filter((cell) => cell.inverse).length).toBeGreaterThan(20);
});

test('pictures can be left out, and keys can be the person’s own', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-home-'));
  try {
    await mkdir(path.join(home, 'config/loradeck'), { recursive: true });
    await writeFile(path.join(home, 'config/loradeck/config.toml'), '[keys]\n"dataset.mark" = ["m"]\n');
    program = await openProgram({ args: ['demo', '--images', 'none'], columns: 100, rows: 30, home });
    await program.until('832×1024 png');
    expect(program.screen()).not.toContain('▀');
    await program.until('m mark');
    await program.press('m');
    await program.until('1 marked');
    await program.close();
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('leaving, and being ended, give the terminal back', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30 });
  await program.until('17 images');
  program.kill('SIGTERM');
  await program.waitForExit();
  expect(program.fullScreen).toBe(false);
});
