import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program;
afterEach(() => program.close());

/** A click of the left button on a cell from 0, as terminals report it. */
async function click(x: number, y: number): Promise<void> {
  await program.type(`\u001b[<0;${x + 1};${y + 1}M\u001b[<0;${x + 1};${y + 1}m`);
}

const rowOf = (text: string): number => program.screen().split('\n').findIndex((line) => line.includes(text));

async function configured(text: string): Promise<void> {
  await mkdir(path.join(program.home, 'config/loradeck'), { recursive: true });
  await writeFile(path.join(program.home, 'config/loradeck/config.toml'), text);
}

test('someone goes through the screens by mouse alone, and switches it off to mark text', async () => {
  program = await openProgram({ args: ['demo'], columns: 80, rows: 24 });
  await program.until('dataset ✗2');
  await click(program.row(0).indexOf('Checks'), 0);
  await program.until('2 errors');
  await click(4, rowOf('D07'));
  await program.until(/D07 {2}\S/);
  await program.type('\u001b[<65;5;5M');
  await program.until(/D08 {2}\S/);
  await click(program.row(23).indexOf('e why') + 1, 23);
  await program.until('what loradeck looks at');
  await click(program.row(23).indexOf('esc'), 23);
  await program.untilGone('what loradeck looks at');

  expect(program.emulator.modes.mouseTrackingMode).toBe('vt200');
  await program.press(':');
  await program.type('mouse');
  await program.press('enter');
  await program.until('The mouse is the terminal’s');
  expect(program.emulator.modes.mouseTrackingMode).toBe('none');
  await program.press('q');
  expect(await program.waitForExit()).toBe(0);
});

test('themes are asked for, cycled, and chosen for good; wrong ones are said', async () => {
  program = await openProgram({ args: ['demo', '--theme', 'light'], columns: 80, rows: 24 });
  const name = () => program.cells(1, 0, 1, 1)[0]?.[0];
  await program.until('dataset ✗2');
  expect(name()).toMatchObject({ char: 'l', fg: 'p25', bold: true });
  await program.press(':');
  await program.type('theme');
  await program.press('enter');
  await program.until('Theme: contrast');
  await expect.poll(() => name()?.fg).toBe(null);
  // What is drawn once and kept (a tile's frame) has the new colours too.
  expect(program.cells(1, 3, 2, 2).flat().map(({ fg }) => fg)).not.toContain('p25');
  await program.press('q');
  await program.waitForExit();

  const { home } = program;
  await configured('theme = "light"\nmouse = false\n[keys]\n"dataset.filter" = "space"\n');
  const again = await openProgram({ args: ['demo', '--again'], columns: 80, rows: 24, home, env: { LORADECK_THEME: '' } });
  try {
    await again.until('dataset.mark and dataset.filter');
    expect(again.cells(1, 0, 1, 1)[0]?.[0]).toMatchObject({ fg: 'p25' });
    expect(again.emulator.modes.mouseTrackingMode).toBe('none');
  } finally {
    await again.close();
  }
  const wrong = await openProgram({ args: ['demo', '--again'], columns: 80, rows: 24, home, env: { LORADECK_THEME: 'grey' } });
  try {
    await wrong.until('✗ LORADECK_THEME is auto, dark, light, contrast');
  } finally {
    await wrong.close();
  }
});

test('without colours every state still has a sign', async () => {
  program = await openProgram({ args: ['demo'], columns: 80, rows: 24, env: { NO_COLOR: '1' } });
  await program.until('dataset ✗2');
  const colors = () => program.cells(0, 0, 80, 24).flat().filter(({ fg, bg }) => fg !== null || bg !== null).length;
  // The selected tile, a marked one, one with a warning and one with an error, in their borders.
  await program.press('space');
  await program.until(/001 ✓/);
  expect(program.screen()).toMatch(/┏━+┓/);
  expect(program.screen()).toMatch(/003 ▲/);
  expect(program.screen()).toMatch(/006 ✗/);
  expect(colors()).toBe(0);
  const inverse = (x: number, y: number) => program.cells(x, y, 1, 1)[0]?.[0]?.inverse;

  // The pane that has the keys: its title is inverse, and that of the other is not.
  await program.press('2');
  await program.until('of the set');
  const titles = () => [rowOf(' tags ─'), rowOf(' of the set ─')].map((y) => inverse(48, y));
  expect(titles()).toEqual([true, false]);
  await program.press('tab');
  await expect.poll(titles).toEqual([false, true]);
  expect(program.screen()).toMatch(/1 pipnix +activation/);
  expect(program.screen()).toMatch(/ ● furry/);

  await program.press('3');
  await program.until('2 errors');
  expect(program.screen()).toMatch(/✗ T01/);
  expect(program.screen()).toMatch(/▲ D01/);
  expect(inverse(3, rowOf('✗ T01'))).toBe(true);
  await program.press('f');
  await program.until('+kettlop');
  await program.press('escape', '4');
  await program.until('sections');
  expect(program.screen()).toMatch(/✗ base model/);
  expect(inverse(20, rowOf('✗ base model'))).toBe(true);
  expect(colors()).toBe(0);
});

test('with a screen reader every screen is read in lines, and of a key only what it changed', async () => {
  program = await openProgram({ args: ['demo', '--images', 'blocks', '--speed', '50'], columns: 400, rows: 200, env: { INK_SCREEN_READER: 'true' } });
  const heard: string[] = [];
  let seen = 0;
  /** What was said since the last time, once it is quiet; the terminal's rows hold all of it. */
  const said = async (wanted: string | RegExp): Promise<string> => {
    await program.until(wanted);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const lines = program.screen().split('\n');
    while (lines.at(-1) === '') lines.pop();
    const fresh = lines.slice(seen).join('\n');
    seen = lines.length;
    return fresh;
  };
  const press = async (key: string, wanted: string | RegExp): Promise<string> => {
    await program.press(key);
    const text = await said(wanted);
    heard.push(`[${key}]\n${text}`);
    return text;
  };
  heard.push(`[start]\n${await said('dataset: 2 errors')}`);
  await said(/picture 001\.png, 832 by 1024 png, 13 tags, 1 of 17/);
  await said(/[89] warnings/);
  await said('note T13');
  expect(program.fullScreen).toBe(false);

  const next = await press('l', 'picture 002.png, 1024 by 768 png, 13 tags, 2 of 17');
  expect(next.split('\n').filter((line) => /^\S/.test(line)).map((line) => line.split(' ')[0])).toEqual(['picture', 'caption:']);
  expect(await press('space', 'picture 003.jpg')).toMatch(/1 image marked\n.*picture 003\.jpg, 1152 by 768 jpeg, 13 tags, 3 of 17\nwarning T12: /s);
  await press('h', /picture 002\.png.*marked, 2 of 17/);

  expect(await press('2', 'tag 1 of 13: pipnix, activation tag')).toContain('the trainer reads this caption\nthe same at every step');
  await said('30 of 75 tokens');
  expect((await press('j', 'tag 2 of 13: solo, on 12 images')).trim().split('\n').length).toBe(1);
  await press('tab', 'tag of the set 1 of 77: furry, on 12 images, also on this one');
  await press('a', 'textbox: add tags:');
  await program.type('bedr');
  expect(await said('textbox: add tags: bedr')).toContain('suggestions: bedroom');
  await press('tab', 'textbox: add tags: bedroom,');
  await press('enter', 'added “bedroom” to 1 image');
  await press('escape', 'added “bedroom” to 1 image');
  await press('u', 'took back: added “bedroom”');

  await press('3', /finding 1 of \d+, error T01: .* f fixes it: write “kettlop” into it\./);
  await press('f', 'kettle_04.txt: added kettlop');
  await press('escape', 'it is about 1 image');
  await press('4', 'base model: models/sd15-base.safetensors, from you, 1 of');
  await press('j', 'Stable Diffusion 2: off, from trainer\'s default, 2 of');
  await press('5', 'Nothing was trained in this workspace yet.');
  await press('s', 'It can start, but these are errors by the guide:');
  await press('enter', 'enter again starts anyway');
  await press('enter', /run \S+, 1 of 1, .*recording x_long_400_steps, nothing is trained/);
  await program.until(/loss \S+, lately \w+; lowest \S+ at step \d+/, 30_000);
  heard.push(`[while it runs]\n${await said(/epoch \d+ of 10/)}`);
  await press('?', 'keys of Training');
  await press('escape', 'Training');
  console.log(heard.join('\n'));

  const all = program.screen();
  expect(all).not.toMatch(/[╭╮╰╯│─┏┓┗┛┃━▀█░┌┐⠁-⣿✗▲✓●]/u);
  expect(all).not.toMatch(/[\u{100000}-\u{10ffff}]/u);
  await program.press('q');
  expect(await program.waitForExit()).toBe(0);
  expect(program.emulator.modes.mouseTrackingMode).toBe('none');
});

test('into a field goes what is typed and pasted, and nothing of keys that a field does not know', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30 });
  await program.until('dataset ✗2');
  await program.press('2', 'a');
  await program.until('tag, tag');
  // F1, F5, an unknown sequence, the mouse, ctrl-x, ctrl-g, page down, and two keys in one read.
  for (const bytes of ['\u001bOP', '\u001b[15~', '\u001b[99;5z', '\u001b[<0;5;5M\u001b[<0;5;5m', '\u0018', '\u0007', '\u001b[6~', 'lo']) await program.type(bytes);
  await program.type('ng\u001b[D\u001b[C coat');
  await program.paste(' of\r\nmany\tcolours\u001b[31m');
  await program.until('long coat of many colours[31m');
  // alt-backspace and alt-b go by words; ctrl-a and ctrl-k empty it.
  await program.type('\u001b\u007f');
  await program.until(/\+ long coat of many +/);
  await program.type('\u001bbX');
  await program.until('long coat of Xmany');
  await program.type('\u0001\u000b');
  await program.until('tag, tag');
  // Escape and the next key in one read of a slow line are two keys: the field is left, and x does what it does on the screen.
  await program.type('qq\u001bl');
  await program.until('002.png  2 of 17');
  await program.press('1', ':');
  await program.type('\u001b[99;5zmark all');
  await program.until('dataset: mark all that are shown');
});
