import { describe, expect, test } from 'vitest';
import { colorsFromEnvironment, tellChalk } from '../../src/terminal/colors.js';
import { isUsableTerminal } from '../../src/terminal/fit.js';

describe('the colours that the environment promises', () => {
  test.each([
    [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 'truecolor', true],
    [{ TERM: 'xterm-256color', COLORTERM: '24bit' }, 'truecolor', true],
    [{ TERM: 'xterm-kitty' }, 'truecolor', true],
    [{ TERM: 'xterm-256color' }, '256', false],
    [{ TERM: 'tmux-256color' }, '256', false],
    [{ TERM: 'xterm' }, '16', false],
    [{ TERM: 'linux' }, '16', true],
    [{ TERM: 'xterm-256color', COLORTERM: 'truecolor', NO_COLOR: '1' }, 'none', true],
    [{ TERM: 'xterm-256color', NO_COLOR: '' }, '256', false],
    [{ TERM: 'xterm', FORCE_COLOR: '3', NO_COLOR: '1' }, 'truecolor', true],
    [{ TERM: 'xterm', FORCE_COLOR: '0' }, 'none', true],
    [{ TERM: 'dumb' }, 'none', false],
    [{}, 'none', false],
  ] as const)('%j', (env, depth, sure) => expect(colorsFromEnvironment(env)).toEqual({ depth, sure }));
});

test('chalk is told, and the environment is as before afterwards', () => {
  const env: Record<string, string | undefined> = { TERM: 'xterm', COLORTERM: 'yes' };
  const undo = tellChalk('truecolor', env);
  expect(env).toEqual({ TERM: 'xterm', COLORTERM: 'truecolor', FORCE_COLOR: '3' });
  undo();
  expect(env).toEqual({ TERM: 'xterm', COLORTERM: 'yes' });
  tellChalk('none', env);
  expect(env['FORCE_COLOR']).toBe('1');
  undo();
  tellChalk('256', env);
  expect(env).toEqual({ TERM: 'xterm', COLORTERM: 'yes', FORCE_COLOR: '2' });
});

test('what is no terminal is refused with a reason', () => {
  const tty = { isTTY: true, setRawMode: () => undefined };
  expect(isUsableTerminal(tty, tty, { TERM: 'xterm' })).toBeNull();
  expect(isUsableTerminal(tty, {}, { TERM: 'xterm' })).toMatch(/output is not a terminal/);
  expect(isUsableTerminal({}, tty, { TERM: 'xterm' })).toMatch(/input is not a terminal/);
  expect(isUsableTerminal(tty, tty, { TERM: 'dumb' })).toMatch(/TERM=dumb/);
});
