import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guideRule, guideRules } from '../../../src/core/checks/guide.js';

const counts = { W: 8, D: 19, C: 5, T: 18, S: 34, Q: 7, M: 8, L: 8, Y: 4 };

test('every rule of the guide can be explained, once, in whole sentences', () => {
  for (const [family, count] of Object.entries(counts)) {
    const ids = guideRules.filter(({ id }) => id.startsWith(family)).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: count }, (_, at) => `${family}${String(at + 1).padStart(2, '0')}`));
  }
  expect(new Set(guideRules.map(({ id }) => id)).size).toBe(guideRules.length);
  for (const { id, title, rule, reason, today, check, fix, source } of guideRules) {
    for (const text of [rule, reason, today, check, fix]) if (text) expect(`${id} ${text}`).toMatch(/[.]$/);
    expect(title.length).toBeLessThan(45);
    expect(source).toMatch(/^(guide parts? [\d.]+( and [\d.]+)?|sd-scripts|loradeck)$/);
  }
});

test('ids are found as people write them', () => {
  for (const id of ['t03', 'T3', ' T03 ']) expect(guideRule(id)?.id).toBe('T03');
  for (const id of ['R-17', 'r17', 'R17', 'r-017']) expect(guideRule(id)?.id).toBe('R-17');
  for (const id of ['', 'X01', 'T99', '__proto__']) expect(guideRule(id)).toBeUndefined();
});

test('every rule that a check names can be explained', () => {
  const folder = new URL('../../../src/core', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /checks\/[^/]+\.ts$|^checks.*\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  const named = new Set<string>();
  for (const file of files.filter((one) => !one.includes('guide'))) {
    for (const [, id] of readFileSync(join(folder, file), 'utf8').matchAll(/'((?:[WDTSLMQYC]\d\d|R-\d+))'/g)) if (id) named.add(id);
  }
  expect(named.size).toBeGreaterThan(40);
  expect([...named].filter((id) => !guideRule(id))).toEqual([]);
});
