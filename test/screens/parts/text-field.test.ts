import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editField, editsWithAlt, field, pasteInto, type TextField } from '../../../src/screens/parts/text-field.js';

/** A field in which the cursor is a bar. */
const at = (text: string): TextField => ({ text: text.replace('|', ''), cursor: text.indexOf('|') });
const shown = (state: TextField | null) => state && `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;
const press = (text: string, key: string) => shown(editField(at(text), key));

test.each([
  ['long hair|', 'ctrl-w', 'long |'],
  ['long hair|', 'alt-backspace', 'long |'],
  ['|long hair', 'alt-d', '| hair'],
  ['long hair|', 'alt-b', 'long |hair'],
  ['long hair|', 'ctrl-left', 'long |hair'],
  ['|long hair', 'alt-f', 'long| hair'],
  ['long| hair', 'ctrl-right', 'long hair|'],
  ['a 👩‍👧|b', 'backspace', 'a |b'],
  ['|é!', 'right', 'é|!'],
  ['ab|cd', 'ctrl-u', '|cd'],
  ['ab|cd', 'ctrl-k', 'ab|'],
  ['ab|', 'space', 'ab |'],
  ['ab|', '猫', 'ab猫|'],
])('%s and %s is %s', (before, key, after) => {
  expect(press(before, key)).toBe(after);
});

test.each(['ctrl-x', 'alt-x', 'pageup', 'shift-tab', 'f5', '[99;5z', '\n', '\u0000', '\u009b', 'constructor', 'toString'])('%j types nothing', (key) => {
  expect(editField(field('tag'), key)).toBe(null);
});

test('of a paste only what can be seen is kept, in one line', () => {
  expect(shown(pasteInto(at('a|z'), 'one\r\ntwo\tthree\u001b[31m\u009b'))).toBe('aone two three[31m|z');
});

test('whatever is pressed, the cursor stands inside the text, between whole characters', () => {
  const keys = ['a', '👩‍👧', 'é', ' ', 'left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl-w', 'alt-d', 'alt-b', 'alt-f', 'ctrl-u', 'ctrl-k', 'ctrl-left'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 60 }), (pressed) => {
      const end = pressed.reduce<TextField>((state, key) => editField(state, key) ?? state, field('one two'));
      const borders = [0, ...[...new Intl.Segmenter().segment(end.text)].map(({ index, segment }) => index + segment.length)];
      expect(borders).toContain(end.cursor);
    }),
  );
});

test('alt belongs to fields only where they know it', () => {
  expect(['alt-b', 'alt-backspace', 'alt-x', 'b', 'ctrl-w'].map(editsWithAlt)).toEqual([true, true, false, false, false]);
});
