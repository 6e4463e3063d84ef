import { expect, test } from 'vitest';
import { printable } from '../../src/core/printable.js';

test('escape bytes of a hostile file name become visible', () => {
  expect(printable('a\u001b]52;c;aGk=\u0007.png')).toBe('a␛]52;c;aGk=␇.png');
});

test('C1 controls, DEL and bidirectional overrides are replaced', () => {
  expect(printable('a\u009b31m\u007f\u202egnp.exe')).toBe('a�31m␡�gnp.exe');
});

test('what is asked for is kept', () => {
  expect(printable('a\tb\nc', '\n')).toBe('a␉b\nc');
});
