import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

const file = () => path.join(program.home, 'data/loradeck/demo/Pipnix/4_pipnix/001.txt');
const caption = async () => (await readFile(file(), 'utf8')).trimEnd();

/** Adds a tag to all images with the keys of the Tags screen. */
async function addToAll(tag: string): Promise<void> {
  await program.press('A');
  await program.until('add tags');
  await program.type(`${tag}\r`);
  await program.until(/apply/);
  await program.press('enter');
  await program.until(`added “${tag}”`);
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
])('in a terminal of $columns×$rows', ({ columns, rows }) => {
  test('an old change is looked at, taken out from under later ones, and brought back after a restart', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('001.png');
    const before = await caption();
    await program.press('H');
    await program.until('Nothing was changed yet.');
    await program.press('2');
    await addToAll('storybook');
    await addToAll('pastel');

    await program.press('H');
    await program.until('history: 2 changes');
    await program.until('+pastel');
    await program.press('j');
    await program.until('+storybook');
    // Another program writes meanwhile.
    await writeFile(file(), `${await caption()}, by hand`);
    await program.press('enter');
    await program.until('take back: added “storybook”');
    await program.until('17 files change; what was written since stays');
    await program.until('−storybook');
    expect(await caption()).toBe(`${before}, storybook, pastel, by hand`);
    await program.press('enter');
    await program.until('2 changes, 1 of them undone');
    expect(await caption()).toBe(`${before}, pastel, by hand`);
    await program.press('escape');
    await program.until('took back: added');
    await program.press('q');
    expect(await program.waitForExit()).toBe(0);

    const { home } = program;
    program = await openProgram({ args: ['demo', '--again'], home, columns, rows });
    await program.until('001.png');
    await program.press('H', 'j');
    await program.until('+storybook');
    await program.press('enter');
    await program.until('bring back: added “storybook”');
    await program.press('enter');
    await program.until('brought back');
    expect(await caption()).toBe(`${before}, storybook, pastel, by hand`);
    await program.press('escape', 'q');
    expect(await program.waitForExit()).toBe(0);
  });

  test('what is in the way of taking one back is said with image, tag and the later change', async () => {
    program = await openProgram({ args: ['demo'], columns, rows });
    await program.until('001.png');
    await program.press('2', 'r');
    await program.until('replace “pipnix”');
    await program.press('escape');
    // One tag of one image, twice.
    await program.press('j');
    for (const [tag, next] of [['solo', 'alone'], ['alone', 'lonely']] as const) {
      await program.press('r');
      await program.until(`replace “${tag}” on 001.png`);
      await program.press('ctrl-u');
      await program.type(`${next}\r`);
      await program.until(`by “${next}”`);
    }
    await program.press('H', 'j', 'enter');
    await program.until('cannot take back');
    await program.until('In 4_pipnix/001.txt “alone” is “lonely” by now, by change 2');
    await program.press('escape', 'k', 'enter');
    await program.until('take back: replaced “alone”');
    await program.press('enter');
    await program.until('1 of them undone');
    await program.press('j', 'enter');
    await program.until('take back: replaced “solo”');
    await program.press('enter');
    await program.until('2 of them undone');
    expect(await caption()).toContain('pipnix, solo, furry');
    await program.press('escape', 'q');
    expect(await program.waitForExit()).toBe(0);
  });
});
