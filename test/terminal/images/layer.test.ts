import { expect, test } from 'vitest';
import { rgb } from '../../../src/terminal/cell.js';
import { holePart, holeText, isHole } from '../../../src/terminal/images/hole.js';
import type { CellImage } from '../../../src/terminal/images/image.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import { Links } from '../../../src/terminal/screen/links.js';
import { parseLine } from '../../../src/terminal/screen/parse-line.js';

const image = (key: string): CellImage => ({ width: 2, height: 2, key, cells: (x, y) => ({ char: 'x', fg: rgb(x, y, 0), bg: 0 }) });

test('every cell of a hole says which part of which picture it is', () => {
  const lines = holeText(4660, 5, 3).split('\n');
  expect(lines).toHaveLength(3);
  lines.forEach((text, y) => {
    const line = parseLine(text, 7, new Links());
    for (let x = 0; x < 5; x++) expect(holePart(line.chars[x] ?? '', line.fg[x] ?? 0)).toEqual({ id: 4660, x, y });
    expect(isHole(line.chars[5] ?? '')).toBe(false);
  });
});

test('other characters and colours are no hole', () => {
  expect(holePart('a', rgb(0, 1, 0))).toBeNull();
  expect(holePart('\u{100000}', 0)).toBeNull();
  expect(holePart('\u{10eeee}', rgb(0, 1, 0))).toBeNull();
});

test('the same key at the same place is no change, anything else is', () => {
  const layer = createImageLayer();
  let changes = 0;
  const end = layer.subscribe(() => changes++);
  layer.set(1, image('a'));
  layer.set(1, image('a'));
  expect([changes, layer.version, layer.key(1)]).toEqual([1, 1, 'a']);
  layer.set(1, image('a'), { left: 1, top: 0 });
  layer.set(1, image('b'));
  layer.delete(1);
  layer.delete(1);
  expect([changes, layer.key(1)]).toEqual([4, null]);
  end();
  layer.set(1, image('a'));
  expect(changes).toBe(4);
});

test('numbers of holes that show something are not given twice', () => {
  const layer = createImageLayer();
  const first = layer.allocate();
  layer.set(first, image('a'));
  const others = Array.from({ length: 70_000 }, () => layer.allocate());
  expect(others).not.toContain(first);
  expect(Math.max(...others)).toBeLessThanOrEqual(0xffff);
});
