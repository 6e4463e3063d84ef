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
