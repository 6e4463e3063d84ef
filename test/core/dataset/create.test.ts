import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvalidConcept, newConcept, newWorkspace, renameConcept } from '../../../src/core/dataset/create.js';
import { refreshCaptions } from '../../../src/core/dataset/refresh.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { trainerCaption } from '../../../src/core/dataset/trainer-caption.js';
import { conceptGoal, readWorkspaceFile } from '../../../src/core/dataset/workspace-file.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { picture } from './picture.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-create-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}
const read = (path: string) => readFile(join(root, path), 'utf8');

test('a folder becomes a workspace, and what loradeck.toml held stays (W07)', async () => {
  const fresh = newWorkspace(root, { style: 'e6', goal: 'style' });
  expect(fresh.entries).toHaveLength(1);
  await put({ 'loradeck.toml': 'style = = 1\n' });
  expect(() => newWorkspace(root, { style: 'e6', goal: 'style' })).toThrow(/^loradeck\.toml has a mistake at line 1, .* Mend it in an editor first\.$/);
  await put({ 'loradeck.toml': '# mine\nnetwork_dim = 8\n' });
  const journal = await openJournal(root);
  await journal.apply(newWorkspace(root, { style: 'e6', goal: 'style' }));
  const file = await readWorkspaceFile(root);
  expect(file).toMatchObject({ style: 'e6', goals: { '*': 'style' } });
  expect(await read('loradeck.toml')).toContain('# mine\nnetwork_dim = 8\n');
  expect(conceptGoal(file, { folder: '1_x', activationText: 'x' })).toBe('style');
});

describe('a new concept (W06)', () => {
  test('holds copies with their captions, repeats 1; undo takes it away and leaves Raw alone', async () => {
    await put({ 'Raw/a.png': 'A', 'Raw/a.txt': 'hmbrgr, solo', 'Raw/more/a.jpg': 'B', 'Raw/b.webp': 'C', 'Raw/b.txt': '' });
    const dataset = await scanWorkspace(root);
    const change = await newConcept(dataset, { name: ' hmbrgr ', goal: 'object', images: dataset.raw });
    const journal = await openJournal(root);
    await journal.apply(change);
    const [concept] = (await scanWorkspace(root)).concepts;
    expect(concept).toMatchObject({ folder: '1_hmbrgr', repeats: 1, activation: ['hmbrgr'] });
    expect(await Promise.all(['a.png', 'a-2.jpg', 'b.webp', 'a.txt', 'a-2.txt', 'b.txt'].map((name) => read(`1_hmbrgr/${name}`)))).toEqual([
      'A', 'B', 'C', 'hmbrgr, solo', 'hmbrgr', 'hmbrgr',
    ]);
    expect(await read('Raw/a.png')).toBe('A');
    expect((await readWorkspaceFile(root)).goals).toEqual({ hmbrgr: 'object' });
    await journal.undo();
    expect((await scanWorkspace(root)).concepts).toEqual([]);
    expect((await scanWorkspace(root)).raw).toHaveLength(3);
  });

  test.each([
    ['', /needs a name/],
    ['a/b', /slash/],
    ['a\u0007', /cannot be seen/],
    ['x'.repeat(300), /too long/],
    ['taken', /already/],
  ])('%j is no name for one', async (name, message) => {
    await put({ 'Raw/a.png': 'A', '1_taken/a.png': 'B' });
    const dataset = await scanWorkspace(root);
    const made = newConcept(dataset, { name, goal: 'object', images: dataset.raw });
    await expect(made).rejects.toThrow(message);
    await expect(made).rejects.toBeInstanceOf(InvalidConcept);
  });

  test('needs images that are there', async () => {
    await put({ 'Raw/a.png': 'A' });
    const dataset = await scanWorkspace(root);
    await expect(newConcept(dataset, { name: 'x', goal: 'object', images: [] })).rejects.toThrow(/at least one image/);
    await rm(join(root, 'Raw/a.png'));
    await expect(newConcept(dataset, { name: 'x', goal: 'object', images: dataset.raw })).rejects.toThrow('Raw/a.png does not exist.');
  });
});

test('a renamed concept keeps its goal, and pictures their numbers', async () => {
  await put({ '1_old/a.png': 'A', 'loradeck.toml': '[loradeck.goals]\nold = "object"\n' });
  const first = await scanWorkspace(root);
  await (await openJournal(root)).apply(renameConcept(first, '1_old', '5_new'));
  const second = await scanWorkspace(root, { previous: first });
  expect(second.concepts[0]).toMatchObject({ folder: '5_new', repeats: 5 });
  expect(second.concepts[0]?.pictures[0]?.id).toBe(first.concepts[0]?.pictures[0]?.id);
  expect((await readWorkspaceFile(root)).goals).toEqual({ new: 'object' });
  expect(() => renameConcept(second, '5_new', '0_new')).toThrow(/W03/);
  expect(() => renameConcept(second, '5_new', '5_')).toThrow(/needs a name/);
  expect(renameConcept(second, '5_new', '7_new').entries).toEqual([{ kind: 'move', from: '5_new', to: '7_new' }]);
});

test('captions that changed are read again without a scan', async () => {
  await put({ '1_x/a.png': 'A', '1_x/a.txt': 'x', '1_x/b.png': 'B', '1_x/b.txt': 'x, solo' });
  const before = await scanWorkspace(root);
  await put({ '1_x/a.txt': 'x, day' });
  await rm(join(root, '1_x/b.txt'));
  const after = await refreshCaptions(before, ['1_x/a.txt']);
  expect(after.concepts[0]?.pictures.map(({ tags }) => tags)).toEqual([['x', 'day'], ['x', 'solo']]);
  expect(after.concepts[0]?.pictures[1]).toBe(before.concepts[0]?.pictures[1]);
  expect((await refreshCaptions(after, ['1_x/b.txt'])).concepts[0]?.pictures[1]).toMatchObject({ caption: null, tags: [] });
  expect(await refreshCaptions(after, ['1_x/a.txt', 'elsewhere.txt'])).toBe(after);
});

describe('what the trainer feeds', () => {
  const of = (text: string | null, encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'unknown' = 'utf-8') => {
    const one = picture('1_x/a.png', text);
    return trainerCaption({ caption: one.caption && { ...one.caption, encoding } }, 'x_y');
  };
  test.each([
    ['a, b\nsecond', { text: 'a, b', from: 'file' }],
    ['\u3000 a, b \r\nsecond', { text: 'a, b', from: 'file' }],
    ['\na, b', { text: '', from: 'blank' }],
    ['  ', { text: '', from: 'blank' }],
    ['', { text: '', from: 'dies' }],
    [null, { text: 'x_y', from: 'folder' }],
  ])('of %j', (text, fed) => expect(of(text)).toEqual(fed));

  test('a byte order mark stays, other encodings stop the run', () => {
    expect(of('a, b', 'utf-8-bom')).toEqual({ text: '\ufeffa, b', from: 'file' });
    expect(of('a, b', 'utf-16le').from).toBe('dies');
    expect(of('a, b', 'unknown').from).toBe('dies');
  });
});
