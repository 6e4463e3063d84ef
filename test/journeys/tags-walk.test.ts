import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
let home = '';
afterEach(async () => {
  await program.close();
  if (home !== '') await rm(home, { recursive: true, force: true, maxRetries: 5 });
  home = '';
});

const captionOf = (where: string, name: string) => readFile(path.join(where, 'data/loradeck/demo/Pipnix/4_pipnix', `${name}.txt`), 'utf8');
const soon = { timeout: 5000 };

/** The letter beside a tag, as the person sees it. */
function letter(tag: string): string {
  const found = new RegExp(`([a-z])[ ●]${tag}`).exec(program.screen())?.[1];
  if (found === undefined) throw new Error(`no letter beside ${tag}:\n${program.screen()}`);
  return found;
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('image by image: a letter gives and takes a tag, what was gone through is remembered', async () => {
    home = await mkdtemp(path.join(tmpdir(), 'loradeck-home-'));
    program = await openProgram({ args: ['demo'], columns, rows, home });
    await program.until('001.png');
    await program.press('2', 't');
    await program.until('1 of 17 · 17 untouched');

    // One key a tag, both ways; the letters stay where they are.
    const smile = letter('smile');
    await program.press(smile);
    await program.until(`${smile} smile`);
    await program.press(letter('sitting'));
    await expect.poll(() => captionOf(home, '001'), soon).toMatch(/^pipnix, (?!.*smile).*, sitting$/m);
    expect(letter('smile')).toBe(smile);
    await program.until('1 of 17 · 16 untouched');

    // The last change is taken back, without leaving the walk.
    await program.press('backspace');
    await program.until('took back');
    await expect.poll(() => captionOf(home, '001'), soon).not.toContain('sitting');

    // What the caption does not speak of yet has a digit: the names for it come on the letters, those of the set first.
    await program.until('·eyes');
    await program.press('5');
    await program.until('for 5 eyes');
    await program.press(letter('brown eyes'));
    await program.until('✓eyes');
    await expect.poll(() => captionOf(home, '001'), soon).toContain(', brown eyes');
    await program.press('0');
    await program.until('of the set');

    // On to the next, which gets what the one before has.
    const before = (await captionOf(home, '001')).trim().split(', ');
    await program.press('enter');
    await program.until('2 of 17 · 16 untouched');
    await program.press('=');
    await program.until('of 001.png added');
    await expect.poll(async () => (await captionOf(home, '002')).trim().split(', '), soon).toEqual(expect.arrayContaining(before));
    expect(await captionOf(home, '002')).toMatch(/^pipnix, /);

    // A tag that the set has not yet is typed, and has a letter from then on.
    await program.press('+');
    await program.type('lantern glow\r');
    await program.press('escape');
    await expect.poll(() => captionOf(home, '002'), soon).toContain('lantern glow');

    // Tab passes over what was gone through.
    await program.press('left');
    await program.until('1 of 17 · 15 untouched');
    await program.press('tab');
    await program.until('3 of 17 · 15 untouched');
    await program.press('escape');
    await program.until('of the set');
    await program.press('q');
    await program.waitForExit();

    // The next day.
    program = await openProgram({ args: [path.join(home, 'data/loradeck/demo/Pipnix')], columns, rows, home });
    await program.until('001.png');
    await program.press('2', 't');
    await program.until('1 of 17 · 15 untouched');
    await program.press('tab');
    await program.until('3 of 17 · 15 untouched');
  });

  test('with a filter on what is edited, the image stays until it is left', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('001.png');
    await program.type('/');
    await program.type('not tag:smile');
    await program.press('enter');
    await program.until(/9 of 17/);
    await program.press('2', 't');
    await program.until('1 of 9 · 9 untouched');
    const name = /(\S+\.\w+) {2}1 of 9/.exec(program.screen())?.[1] ?? '';
    await program.press(letter('smile'));
    await program.until('1 of 9 · 8 untouched');
    expect(program.screen()).toContain(name);
    await program.press('right');
    await program.until('1 of 8 · 8 untouched');
    expect(program.screen()).not.toContain(name);
  });
});
