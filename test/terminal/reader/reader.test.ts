import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Reader } from '../../../src/terminal/reader/reader.js';
import { whatIsNew } from '../../../src/terminal/reader/what-is-new.js';
import { FakeTerminal } from '../support/fake-terminal.js';

test('only lines that were not there before are said, each in a line of its own', () => {
  expect(whatIsNew([], ['Dataset', 'picture 1'], null)).toEqual({ text: 'Dataset\r\npicture 1', open: 'picture 1' });
  expect(whatIsNew(['Dataset', 'picture 1'], ['Dataset', 'picture 2'], 'picture 1')).toEqual({ text: '\r\npicture 2', open: 'picture 2' });
  expect(whatIsNew(['a', 'b'], ['b', 'a'], 'b')).toEqual({ text: '', open: 'b' });
  expect(whatIsNew(['a'], ['a', 'a'], 'a')).toEqual({ text: '\r\na', open: 'a' });
  expect(whatIsNew(['a', 'b'], ['a'], 'b')).toEqual({ text: '', open: 'b' });
});

test('what is typed goes on at the end of its line, and is taken back there', () => {
  expect(whatIsNew(['x', 'tag: lo'], ['x', 'tag: lon'], 'tag: lo')).toEqual({ text: 'n', open: 'tag: lon' });
  expect(whatIsNew(['tag: lon'], ['tag: lo'], 'tag: lon')).toEqual({ text: '\b \b', open: 'tag: lo' });
  expect(whatIsNew(['tag: 猫'], ['tag: '], 'tag: 猫').text).toBe('\b \b\b \b');
  // Something else changed too, or the cursor does not stand at that line: the line is said whole.
  expect(whatIsNew(['x', 'tag: lo'], ['y', 'tag: lon'], 'tag: lo').text).toBe('\r\ny\r\ntag: lon');
  expect(whatIsNew(['tag: lo', 'said later'], ['tag: lon', 'said later'], 'said later').text).toBe('\r\ntag: lon');
});

test('frames of Ink become lines without styles, and those that follow closely become one', async () => {
  const terminal = new FakeTerminal(40, 10);
  const reader = new Reader(terminal);
  const frame = (text: string) => {
    reader.stream.write('\u001b[?2026h');
    reader.stream.write(`\u001b[2K\u001b[1A\u001b[2K\u001b[G${text}`);
    reader.stream.write('\u001b[?2026l');
  };
  frame('\u001b[1mDataset\u001b[22m\n\npicture 1\u{100000}');
  frame('Dataset\npicture 2');
  frame('Dataset\npicture 3');
  expect(terminal.writes).toEqual([]);
  await pause(120);
  expect(terminal.writes).toEqual(['Dataset\r\npicture 3']);
  // Frames without end do not silence it.
  for (let at = 0; at < 12; at++) {
    frame(`Dataset\nstep ${at}`);
    await pause(30);
  }
  expect(terminal.writes.length).toBeGreaterThan(1);
  frame('good bye');
  reader.close();
  expect(terminal.writes.slice(-2)).toEqual(['\r\ngood bye', '\r\n']);
  frame('too late');
  await pause(80);
  expect(terminal.writes.at(-1)).toBe('\r\n');
  expect(terminal.writes.join('')).not.toContain('\u001b');
});
