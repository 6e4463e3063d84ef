import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
let keys = 0;
afterEach(() => program.close());

/** What was counted, to be read beside the programs that people come from. */
const table: { what: string; keys: number; at: string }[] = [];
afterAll(() => {
  for (const { what, keys: count, at } of table) console.log(`${String(count).padStart(3)} keys  ${what} (at most ${at})`);
});

async function captions(): Promise<Record<string, string>> {
  const root = path.join(program.home, 'data/loradeck/demo/Pipnix');
  const all: Record<string, string> = {};
  for (const folder of ['4_pipnix', '6_kettlop']) {
    for (const name of await readdir(path.join(root, folder))) {
      if (name.endsWith('.txt')) all[`${folder}/${name}`] = await readFile(path.join(root, folder, name), 'utf8');
    }
  }
  return all;
}

/** Presses keys one by one as a person does, and counts them. A text of several letters is as many keys. */
async function count(...pressed: string[]): Promise<void> {
  for (const one of pressed) {
    const named = /^(enter|escape|tab|space|up|down)$/.test(one);
    keys += named ? 1 : [...one].length;
    if (named) await program.press(one);
    else for (const letter of one) await program.press(letter === ' ' ? 'space' : letter);
  }
}

function counted(what: string, most: number, at: string): void {
  table.push({ what, keys, at });
  expect(keys, what).toBeLessThanOrEqual(most);
}

async function open(size: { columns: number; rows: number }): Promise<Record<string, string>> {
  program = await openProgram({ args: ['demo'], ...size });
  await program.until('17 images');
  await program.until('001.png');
  keys = 0;
  return captions();
}

async function onTags(size: { columns: number; rows: number }) {
  const before = await open(size);
  await program.press('2');
  await program.until('of the set');
  return before;
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('keys in a terminal of $columns×$rows', (size) => {
  test('the activation tag first in all captions: n + 3, and undo of the batch: 1', async () => {
    await onTags(size);
    // One has it already, in another place.
    await writeFile(path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix/001.txt'), 'solo, chibi, pipnix\n');
    await program.press('ctrl-l');
    await program.until('3 pipnix');
    const before = await captions();
    await count('A', 'pipnix', 'enter');
    await program.until('1 of them only in their order');
    expect(await captions()).toEqual(before);
    await count('enter');
    await program.until('added “pipnix”');
    counted('activation tag in front of every caption, n = 6', 6 + 3, 'n + 3');
    const now = await captions();
    for (const [name, text] of Object.entries(now)) if (name.startsWith('4_')) expect(text, name).toMatch(/^pipnix,/);
    keys = 0;
    await count('u');
    await program.until('took back');
    counted('undo of that batch', 1, '1');
    expect(await captions()).toEqual(before);
  });

  test('the activation tags of every folder first: 3', async () => {
    await onTags(size);
    await count('b', 'p');
    await program.until('2 of 17 change');
    await count('enter');
    await program.until('the activation tags are first in 2 images');
    counted('activation tags of every folder in front', 3, '3');
    const now = await captions();
    expect(now['4_pipnix/006.txt']).toMatch(/^pipnix,/);
    expect(now['6_kettlop/kettle_04.txt']).toMatch(/^kettlop/);
  });

  test('a tag replaced in all captions: k + n + 3', async () => {
    const before = await onTags(size);
    const holders = Object.entries(before).filter(([, text]) => text.split(', ').includes('sitting'));
    await count('R', 'sit');
    await program.until('sitting');
    await count('enter', 'seated');
    await program.until(`${holders.length} of 17 change`);
    await program.until('+seated');
    expect(await captions()).toEqual(before);
    await count('enter');
    await program.until('replaced “sitting” by “seated”');
    counted('a tag replaced in all captions, k = 3, n = 6', 3 + 6 + 3, 'k + n + 3');
    const now = await captions();
    for (const [name, text] of holders) expect(now[name]).toBe(text.replace('sitting', 'seated'));
    keys = 0;
    await count('u');
    await program.until('took back');
    counted('undo of the replacement', 1, '1');
    expect(await captions()).toEqual(before);
  });

  test('ten tags on one image: at most 35', async () => {
    const before = await onTags(size);
    const wanted = ['outdoors', 'sitting', 'indoors', 'closed eyes', 'beach', 'ocean', 'night', 'day', 'kitchen', 'apron'];
    const typed = ['ou', 'sit', 'in', 'cl', 'be', 'oc', 'ni', 'da', 'ki', 'ap'];
    await count('a');
    for (const [at, letters] of typed.entries()) {
      await count(letters);
      await program.until(wanted[at] ?? '');
      await count('tab');
      await program.until(`${wanted[at]},`);
    }
    await count('enter');
    await program.until('added “outdoors”');
    counted('ten tags on one image', 35, '35');
    const tags = (await captions())['4_pipnix/001.txt']?.trim().split(', ') ?? [];
    expect(tags.slice(-10)).toEqual(wanted);
    expect(before['4_pipnix/001.txt']?.trim().split(', ')).toEqual(tags.slice(0, -10));
  });

  test('the images that lack a tag: k + 2', async () => {
    await open(size);
    await count('/', '-', 'scarf');
    await program.until('5 of 17');
    counted('images that lack a tag, k = 5', 5 + 2, 'k + 2');
  });

  test('from the counts to the images of a tag and back, and a change from there', async () => {
    const before = await onTags(size);
    await count('f');
    await program.until('77 tags on 17 images');
    await program.press('/');
    await program.type('umbr');
    await program.until('holding umbrella');
    await program.press('enter', 'enter');
    await program.until('tag:"holding umbrella"');
    await program.until('1 of 17');
    await program.press('2', 'f');
    await program.until('77 tags on 17 images');
    await program.press('r', 'enter');
    await program.type('umbrella');
    await program.until('1 of 17 change');
    await program.press('enter');
    await program.until('replaced “holding umbrella” by “umbrella”');
    const changed = Object.entries(await captions()).filter(([name, text]) => text !== before[name]);
    expect(changed.map(([name]) => name)).toEqual(['4_pipnix/007.txt']);
    await program.press('escape', '1');
    await program.until('17 images');
    expect(program.screen()).not.toContain('tag:');
  });
});
