import { describe, expect, test } from 'vitest';
import { LogLines } from '../../../src/screens/training/log-lines.js';
import { firstOfEnd, logWindow } from '../../../src/screens/training/log-window.js';

describe('the log as lines', () => {
  const read = (text: string, size: number) => {
    const log = new LogLines();
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += size) log.push(bytes.subarray(at, at + size));
    return log.lines();
  };
  const raw =
    'loading:   0%|    | 0/4\rloading: 100%|████| 4/4\r\n' +
    '\u001b[34mINFO\u001b[0m   caching \u001b]8;;file:///x\u001b\\link\u001b]8;;\u001b\\\n' +
    '\rsteps:   0%|   | 0/9 [00:00<?]\rsteps:  11%|█  | 1/9 [00:01<00:08]saved\rsteps:  22%|██ | 2/9 [00:02<00:07]\n' +
    'a line\rwith a return\n    indented\nevil \u0007\u009b\u202e\nlast 語';
  test.each([1, 7, 4096])('in chunks of %i bytes', (size) => {
    expect(read(raw, size)).toEqual([
      'loading: 100%  4/4',
      'INFO  caching link',
      'steps:  22%  2/9 [00:02<00:07]',
      'a line',
      'with a return',
      '    indented',
      'evil ␇\ufffd\ufffd',
      'last 語',
    ]);
  });

  test('of a bar without an end only the last frame is kept in memory', () => {
    const log = new LogLines();
    for (let step = 0; step < 5000; step++) log.push(new TextEncoder().encode(`\rsteps:  1%|${'█'.repeat(100)}| ${step}/5000 [00:00<00:10]`));
    expect(log.lines()).toEqual(['steps:  1%  4999/5000 [00:00<00:10]']);
  });

  test('a window begins where it is asked to and ends at the end', () => {
    const lines = ['one', 'two'.repeat(10), 'three', 'four'];
    const shape = { rows: 3, width: 20, wrapped: true };
    expect(logWindow(lines, null, shape)).toEqual({ rows: ['otwotwotwo', 'three', 'four'], below: 0 });
    expect(logWindow(lines, 0, shape)).toEqual({ rows: ['one', 'twotwotwotwotwotwotw', 'otwotwotwo'], below: 2 });
    expect(logWindow(lines, 3, shape)).toEqual(logWindow(lines, null, shape));
    expect(logWindow(lines, 0, { ...shape, wrapped: false }).rows[1]).toBe('twotwotwotwotwotwot…');
    expect(firstOfEnd(lines, shape)).toBe(1);
    expect(logWindow([], null, shape)).toEqual({ rows: [], below: 0 });
  });
});
