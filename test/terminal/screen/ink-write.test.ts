import { expect, test } from 'vitest';
import { parseInkWrite } from '../../../src/terminal/screen/ink-write.js';

test('the erase run before a frame is taken off, and the frame is cut into lines', () => {
  const write = parseInkWrite('\u001b[2K\u001b[1A\u001b[2K\u001b[G\u001b[31mred\u001b[39m\nsecond');
  expect(write.lines).toEqual(['\u001b[31mred\u001b[39m', 'second']);
  expect(write.steps).toEqual([{ kind: 'erase' }, { kind: 'rows', by: -1 }, { kind: 'erase' }, { kind: 'column', to: 0 }]);
  expect(write.cursor).toBeNull();
});

test('a full clear before a frame is taken off', () => {
  expect(parseInkWrite('\u001b[1;1H\u001b[Jtext')).toMatchObject({ steps: [{ kind: 'home' }, { kind: 'erase' }], lines: ['text'] });
  expect(parseInkWrite('\u001b[2J\u001b[3J\u001b[Htext')).toMatchObject({ lines: ['text'] });
});

test('the cursor that ends a frame is read and taken off', () => {
  expect(parseInkWrite('a\nb\nc\u001b[2A\u001b[5G\u001b[?25h')).toEqual({ steps: [], lines: ['a', 'b', 'c'], cursor: { up: 2, column: 4 } });
  expect(parseInkWrite('a\u001b[1G\u001b[?25h')).toEqual({ steps: [], lines: ['a'], cursor: { up: 0, column: 0 } });
});

test('a write that only moves the cursor holds no frame', () => {
  const write = parseInkWrite('\u001b[?25l\u001b[3B\u001b[1G\u001b[2A\u001b[7G\u001b[?25h');
  expect(write.lines).toBeNull();
  expect(write.steps.map((step) => step.kind)).toEqual(['show', 'rows', 'column', 'rows', 'column', 'show']);
});

test('brackets, the alternate screen and what draws nothing are told apart', () => {
  const text = '\u001b[?2026h\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b]0;title\u0007\u001b[>1u\u001b[?2026l';
  expect(parseInkWrite(text)).toEqual({
    steps: [
      { kind: 'begin' },
      { kind: 'alternate', on: true },
      { kind: 'show', on: false },
      { kind: 'other', sequence: '\u001b[?2004h' },
      { kind: 'other', sequence: '\u001b]0;title\u0007' },
      { kind: 'other', sequence: '\u001b[>1u' },
      { kind: 'end' },
    ],
    lines: null,
    cursor: null,
  });
});

test('a frame that begins with a hyperlink or a style is a frame', () => {
  const link = '\u001b]8;;https://example.org\u0007here\u001b]8;;\u0007';
  expect(parseInkWrite(link).lines).toEqual([link]);
  expect(parseInkWrite('\u001b[1mbold\u001b[22m').lines).toEqual(['\u001b[1mbold\u001b[22m']);
});
