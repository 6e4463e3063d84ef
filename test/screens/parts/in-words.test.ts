import { expect, test } from 'vitest';
import { inWords } from '../../../src/screens/parts/in-words.js';

test.each([
  ['✗ T03  the caption', 'error: T03 the caption'],
  ['▲ 1024×768 · 2 steps × 3', 'warning: 1024 by 768, 2 steps times 3'],
  ['✓ Nothing speaks against it.', 'Nothing speaks against it.'],
  ['scheduler: cosine → linear', 'scheduler: cosine to linear'],
  ['  l →                next image', 'l right next image'],
  ['  → l                next value', 'right l next value'],
  ['  j ↓                down', 'j down down'],
  ['⏎ start · esc leave', 'enter start, esc leave'],
])('%s', (line, words) => {
  expect(inWords(line)).toBe(words);
});
