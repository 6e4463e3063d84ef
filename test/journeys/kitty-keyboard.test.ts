import { afterEach, expect, test } from 'vitest';
import { openProgram, type Program } from './harness/terminal.js';

let program: Program | undefined;
afterEach(() => program?.close());

/** A terminal that tells keys apart by the kitty keyboard protocol. */
const kittyKeyboard = (data: string): string => (data.includes('\u001b[?u') ? '\u001b[?0u' : '');

test('where the terminal tells keys apart, alt is no escape', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30, watch: kittyKeyboard });
  await program.until('17 images');
  await program.type('?');
  await program.until('keys of Dataset');
  // alt-l, as such a terminal sends it.
  await program.type('\u001b[108;3u');
  await program.type('\u001b[108;3u');
  expect(program.screen()).toContain('keys of Dataset');
  await program.type('\u001b[27u');
  await program.untilGone('keys of Dataset');
  expect(program.row(1)).toMatch(/ 001\.png ─*╮$/);
  // ctrl-c, and the right arrow of the keypad, have names of their own there.
  await program.type('\u001b[57418u');
  await program.until(/ 002\.png ─*╮\n/);
  await program.type('\u001b[99;5u');
  expect(await program.waitForExit()).toBe(0);
});

test('where it does not, escape and a key that come in one read are both taken', async () => {
  program = await openProgram({ args: ['demo'], columns: 100, rows: 30 });
  await program.until('17 images');
  await program.type('?');
  await program.until('keys of Dataset');
  await program.type('\u001bl');
  await program.untilGone('keys of Dataset');
  await program.until(/ 002\.png ─*╮\n/);
});
