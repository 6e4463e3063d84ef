import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { layoutWithEye } from '../../../src/screens/tags/eye/layout.js';
import { runsOf, wrapRuns, type Run } from '../../../src/screens/tags/eye/runs.js';
import { feed } from '../../../src/core/trainer-eye/feed.js';
import { rulesOf } from '../../core/trainer-eye/eye.js';
import { openSample, root } from '../support/sample-deck.js';

async function set(lines: string): Promise<void> {
  const path = join(root, 'loradeck.toml');
  await writeFile(path, (await readFile(path, 'utf8')).replace('resolution =', `${lines}\nresolution =`));
}

const write = (caption: string) => writeFile(join(root, '4_pipnix/001.txt'), caption);

/** The lines below the title of the pane, without its border. */
const paneOf = (lines: string[]) => {
  const top = lines.findIndex((line) => line.includes('what the trainer reads'));
  const from = lines[top]?.indexOf('╭ what the trainer') ?? 0;
  return lines.slice(top + 1).filter((line) => line[from] === '│').map((line) => line.slice(from + 1, line.lastIndexOf('│')).trimEnd());
};

test('at 80×24 it takes two rows: what is read with its tokens, and the worst of it', async () => {
  await write('pipnix, solo, furry, chibi\nsecond line\n');
  const { deck, lines, press, sees } = await openSample(80, 24);
  deck.session.setState({ screen: 'tags' });
  await sees(/reads pipnix, solo, furry, chibi +\d+\/75 tokens/);
  await sees('▲ 1 more line is not read: only the first is');
  expect(lines().length).toBe(24);

  press('v');
  await vi.waitUntil(() => !lines().join('\n').includes('/75 tokens'));
  expect(deck.preferences.getState().eye).toBe(false);
  press('v');
  await sees('/75 tokens');
});

test('at 200×50 it is a pane with what stays, what moves, other draws and the border of 75 tokens', async () => {
  await set('shuffle_caption = true\nkeep_tokens = 1\ncaption_tag_dropout_rate = 0.2');
  await write(`pipnix, ${Array.from({ length: 30 }, (_, at) => `odd thing ${at}`).join(', ')}`);
  const { deck, lines, press, sees } = await openSample(200, 50);
  deck.session.setState({ screen: 'tags' });
  await sees(/┃75┃/);
  await sees(/▲ \d+\/75 tokens · V draws again/);
  await sees(/1 kept in front · \d+ mixed · \d+ left out/);
  await sees(/tokens past 75 are cut off/);
  const first = paneOf(lines());
  expect(first[0]).toMatch(/^ reads +pipnix, odd thing/);
  expect(first.filter((line) => /^ or +pipnix, odd thing/.test(line)).length).toBeGreaterThanOrEqual(1);

  press('V');
  await vi.waitUntil(() => paneOf(lines())[0] !== first[0]);
  expect(paneOf(lines())[0]).toMatch(/^ reads +pipnix, odd thing/);
});

test('settings count as soon as they are changed, and originals are not read', async () => {
  const { deck, press, sees } = await openSample(200, 50);
  deck.session.setState({ screen: 'tags' });
  await sees('the same at every step');
  await set('caption_prefix = "sks,"');
  await deck.reload();
  await sees(/reads +sks, pipnix, solo/);
  await sees('“sks,” before it');
  deck.session.setState({ folder: 'Raw', cursor: null });
  await sees('The trainer does not read this image.');
  press('v');
  await sees('v shows it again');
});

test('it takes its rows from the tags, and none on a small screen', () => {
  for (const [columns, rows] of [[80, 21], [200, 47], [120, 37], [99, 40], [60, 13]] as const) {
    const on = layoutWithEye(columns, rows, true);
    const off = layoutWithEye(columns, rows, false);
    expect(off.eye).toBeNull();
    const column = (layout: typeof on) => layout.tags.height + (layout.narrow ? layout.set.height : 0) + (layout.eye?.height ?? 0);
    expect(column(on)).toBe(column(off));
    if (on.eye?.form === 'rows') expect(on.picture.height).toBe(off.picture.height - 2);
    else expect(on.picture).toEqual(off.picture);
  }
  expect(layoutWithEye(60, 13, true).eye).toBeNull();
});

test('borders stand where the chunk ends, and what is cut off is marked as such', () => {
  const rules = rulesOf('shuffle_caption = true\nkeep_tokens = 1');
  const fed = feed('sks, abc', rules, () => 0);
  const look = (ends: number[], cutAt: number | null) => runsOf({ draws: [fed], ends, cutAt, rules, random: false, tokens: 9, warnings: [] }).map(({ text, look: as }) => `${as} ${text}`);
  expect(look([], null)).toEqual(['kept sks, ', 'plain abc']);
  expect(look([7], 7)).toEqual(['kept sks, ', 'plain ab', 'mark ┃75┃', 'past c']);
  expect(look([5, 7], 7)).toEqual(['kept sks, ', 'mark ┃75┃', 'plain ab', 'mark ┃150┃', 'past c']);
  expect(look([1], null)).toEqual(['kept s', 'mark ┃75┃', 'kept ks, ', 'plain abc']);
});

test('lines are as wide as they may be, and lose nothing', () => {
  const runs: Run[] = [{ text: 'sks, ', look: 'kept' }, { text: 'a long tag, 日本語日本語日本語, ', look: 'plain' }, { text: '┃75┃', look: 'mark' }, { text: 'unbreakable_name_of_a_tag', look: 'past' }];
  const lines = wrapRuns(runs, 10);
  const plain = lines.map((line) => line.map(({ text }) => text).join(''));
  expect(plain.every((line) => Array.from(line.trimEnd()).reduce((sum, one) => sum + (one.charCodeAt(0) > 0x3000 ? 2 : 1), 0) <= 10)).toBe(true);
  expect(plain.join('').replaceAll(' ', '')).toBe(runs.map(({ text }) => text).join('').replaceAll(' ', ''));
  expect(plain[0]).toBe('sks, a ');
});
