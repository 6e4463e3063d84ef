import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const root = () => path.join(program.home, 'data/loradeck/demo/Pipnix');
const caption = (name: string) => readFile(path.join(root(), `${name}.txt`), 'utf8');

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('every change of many captions is in a menu, for other images too, and is shown first', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('17 images');
    await program.until('001.png');
    await program.press('2');
    await program.until('of the set');
    const before = await caption('4_pipnix/002');

    // An expression, with what it would find while it is typed; one that cannot be read is said.
    await program.press('b');
    await program.until('17 in all concepts');
    await program.press('x');
    await program.type('^(wal');
    await program.until('cannot be read');
    await program.type('king)$');
    await program.until('1 of 17 images change');
    await program.press('enter');
    await program.type('slowly $1\r');
    await program.until('+slowly walking');
    expect(await caption('4_pipnix/002')).toBe(before);
    await program.press('enter');
    await program.until('replaced /^(walking)');
    expect(await caption('4_pipnix/002')).toBe(before.replace('walking', 'slowly walking'));
    await program.press('u');
    await program.until('took back');

    // This image alone, beside a tag.
    await program.press('b', 'tab');
    await program.until('1 image, 001.png');
    await program.press('a');
    await program.type('snow');
    await program.press('ctrl-o', 'ctrl-o', 'ctrl-o');
    await program.until('before a tag');
    await program.press('enter');
    await program.until('before which tag');
    await program.type('scarf\r');
    await program.until('1 image changes');
    await program.press('enter');
    await program.until('added “snow” to 1 image');
    expect(await caption('4_pipnix/001')).toMatch(/, snow, scarf,/);

    // Its tags to the next image.
    await program.press('b', 'c');
    await program.until('Copied 14 tags of 001.png');
    await program.press('l', 'b', 'tab');
    await program.until('1 image, 002.png');
    await program.press('V', 'enter');
    await program.until('copied the tags of 001.png to 1 image');
    expect((await caption('4_pipnix/002')).trim()).toBe((await caption('4_pipnix/001')).trim());

    // The concept by another name: folder and captions, as one change.
    await program.press('b', 'R');
    await program.type('pip nix\r');
    await program.until('of 12 change');
    await program.press('enter');
    await program.until('renamed 4_pipnix to 4_pip nix');
    expect(await readdir(root())).toContain('4_pip nix');
    expect(await caption('4_pip nix/001')).toMatch(/^pip nix, /);
    await program.press('u');
    await program.until('took back: renamed');
    expect(await caption('4_pipnix/001')).toMatch(/^pipnix, /);

    // What another program saved in an encoding that the trainer cannot read.
    const bytes = Buffer.from('\ufeffpipnix, snow\r\n', 'utf16le');
    await writeFile(path.join(root(), '4_pipnix/002.txt'), bytes);
    await program.press('ctrl-l');
    await program.until('2 snow');
    await program.press('b', 'e');
    await program.until('utf-16le');
    await program.press('enter');
    await program.until('saved 1 caption as UTF-8');
    expect(await caption('4_pipnix/002')).toBe('pipnix, snow\n');
    await program.press('u');
    await program.until('took back: saved');
    expect(await readFile(path.join(root(), '4_pipnix/002.txt'))).toEqual(bytes);
    await program.press('q');
    await program.waitForExit();
  });

  test('what is implied goes with one key, and the names of the other site come with the style', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('17 images');
    await program.until('001.png');
    await program.press('2');
    await program.until('of the set');
    const before = await caption('4_pipnix/007');
    const settings = await readFile(path.join(root(), 'loradeck.toml'), 'utf8');

    // Shown first: what goes, by what, from how many; then each caption.
    await program.press('b', 'i');
    await program.until('1 of 17 change, 16 hold nothing implied');
    await program.until('−raincoat  ← yellow raincoat');
    expect(await caption('4_pipnix/007')).toBe(before);
    await program.press('enter');
    await program.until('removed implied tags from 1 image');
    expect(await caption('4_pipnix/007')).toBe(before.replace(' raincoat,', '').replace('yellow,', 'yellow raincoat,'));
    await program.press('b', 'i');
    await program.until('Nothing to take out what is implied');
    await program.press('u');
    await program.until('took back: removed implied');
    expect(await caption('4_pipnix/007')).toBe(before);

    await program.press('b', 'C');
    await program.until('to e621’s names, and the style with them');
    await program.press('4');
    await program.until('−outdoors +outside');
    await program.press('enter');
    await program.until('converted the tags of');
    expect(await caption('4_pipnix/002')).toMatch(/, outside, day/);
    expect(await readFile(path.join(root(), 'loradeck.toml'), 'utf8')).toBe(settings.replace('style = "booru"', 'style = "e6"'));
    await program.press('u');
    await program.until('took back: converted');
    expect(await readFile(path.join(root(), 'loradeck.toml'), 'utf8')).toBe(settings);
    await program.press('q');
    await program.waitForExit();
  });
});
