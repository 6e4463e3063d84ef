import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program, type SeenCell } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const viewFile = (home: string) => path.join(home, 'data/loradeck/view.json');
const caption = (home: string) => path.join(home, 'data/loradeck/demo/Pipnix/4_pipnix/001.txt');
const picture = (columns: number, rows: number) => program.cells(1, 2, columns - 2, rows - 6).flat();
const isDrawn = (cells: readonly SeenCell[]) => cells.filter((cell) => cell.char === '▀' && cell.fg !== null).length;

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('someone looks closely, compares two, chooses columns, and finds it all again', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    const { home } = program;
    await program.until('001.png');
    await program.press('z');
    await program.until(/001\.png {2}1 of 17/);
    await expect.poll(() => isDrawn(picture(columns, rows)), { timeout: 10_000 }).toBeGreaterThan(150);
    const small = isDrawn(picture(columns, rows));

    // One to one fills the place, and what is seen moves with the keys. It is never blank meanwhile.
    await program.press('o');
    await program.until('100%');
    await expect.poll(() => isDrawn(picture(columns, rows)), { timeout: 10_000 }).toBeGreaterThan(small * 1.2);
    const before = JSON.stringify(picture(columns, rows));
    for (let i = 0; i < 4; i++) {
      await program.press('K', 'h');
      expect(isDrawn(picture(columns, rows))).toBeGreaterThan(small);
    }
    await expect.poll(() => JSON.stringify(picture(columns, rows)), { timeout: 10_000 }).not.toBe(before);

    // Closer than the pixels, on to the next image, back.
    await program.press('+', '+', 'n');
    await program.until(/002\.png {2}2 of 17/);
    await program.until('200%');
    await program.press('space', 'z');
    await program.until('1 marked');

    // The marked one and another: A and B.
    await program.press('l', 'space', '=');
    await program.until(/A 002\.png/);
    await program.until(/B 003\.jpg/);
    await program.until('only here:');
    await program.press('tab', 'n');
    await program.until(/▸ B 004\.jpg/);
    await program.press('+', '+');
    await program.press('escape');

    // Columns: the format away, sorted by pixels, largest first.
    await program.press('c');
    await program.until('columns of the list');
    await program.press('j', 'j', 'j', 's', 's', 'j', 'space', 'escape');
    await program.until('by pixels ↓');
    await program.press('home');
    await program.until(/name +pixels↓ +tags/);
    await program.until(/004\.jpg +2496×3328/);
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);
    expect(JSON.parse(await readFile(viewFile(home), 'utf8'))).toEqual({
      mode: 'list',
      columns: ['mark', 'finding', 'name', 'pixels', 'tags', 'caption'],
      sort: { by: 'pixels', descending: true },
    });

    const again = await openProgram({ args: ['demo', '--again'], columns, rows, home });
    try {
      await again.until('by pixels ↓');
      await again.until(/name +pixels↓ +tags/);
      await expect.poll(() => again.row(4), { timeout: 10_000 }).toContain('004.jpg');
    } finally {
      await again.close();
    }
    // A file that was damaged meanwhile is passed over.
    await writeFile(viewFile(home), '{"mode": "li');
    const third = await openProgram({ args: ['demo', '--again'], columns, rows, home });
    try {
      await third.until('17 images');
      await third.until('001');
      expect(third.screen()).not.toContain('by pixels');
    } finally {
      await third.close();
    }
  });
});

test('the editor has the terminal to itself, and its text becomes the caption', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'loradeck-home-'));
  try {
    const editor = path.join(home, 'editor.sh');
    await writeFile(editor, 'printf "this is the editor: "\nread line\nprintf "%s\\n" "$line" > "$1"\n');
    program = await openProgram({ args: ['demo'], columns: 100, rows: 30, home, env: { VISUAL: undefined, EDITOR: `sh ${editor}` } });
    await program.until('001.png');
    await program.press('E');
    await program.until('this is the editor:');
    expect(program.fullScreen).toBe(false);
    // Keys go to the editor: q does not leave, and what is typed is shown by the terminal.
    await program.type('pipnix, quite new\r');
    await program.until('edited the caption of 001.png');
    expect(program.fullScreen).toBe(true);
    await program.until('pipnix, quite new');
    expect((await readFile(caption(home), 'utf8')).trim()).toBe('pipnix, quite new');
    await program.press('l');
    await program.until('002.png');
    await program.press('u');
    await program.until('took back');
    expect(await readFile(caption(home), 'utf8')).toContain('chibi');
    await program.close();
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
