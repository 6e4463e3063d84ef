import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { repairEncoding, repairsOf } from '../../../src/core/tags/repair-encoding.js';
import { contents, workspace } from '../journal/workspace.js';

const files = {
  'utf8.txt': 'fox, é\n',
  'bom.txt': '\ufefffox',
  'le.txt': Buffer.from('\ufefffox, 狐\r\n', 'utf16le'),
  'be.txt': Buffer.from('\ufefffox, é', 'utf16le').swap16(),
  'cp1252.txt': Buffer.from([0x66, 0x6f, 0x78, 0x2c, 0x20, 0xe9, 0x20, 0x93, 0x94]),
  'crlf.txt': 'fox\r\na\rb\n',
  'half.txt': Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8]),
  'mark.txt': '\ufeff',
  'empty.txt': '',
};

test('what the trainer cannot read is saved as UTF-8, and comes back byte for byte', async () => {
  const root = await workspace(
    Object.fromEntries(Object.entries(files).flatMap(([name, content]) => [[`1_fox/${name}`, content], [`1_fox/${name.replace('.txt', '.png')}`, 'x']])),
  );
  const before = await contents(root);
  const { concepts } = await scanWorkspace(root);
  const pictures = concepts.flatMap((concept) => concept.pictures);
  const change = await repairEncoding(root, pictures);
  expect(change).toMatchObject({ images: 6, unchanged: 2, what: 'saved 6 captions as UTF-8', skipped: [{ image: '1_fox/half.png' }] });
  const journal = await openJournal(root, { fsync: false });
  await journal.apply(change);
  const read = async (name: string) => await readFile(join(root, '1_fox', name), 'utf8');
  expect(await read('utf8.txt')).toBe('fox, é\n');
  expect(await read('bom.txt')).toBe('fox');
  expect(await read('le.txt')).toBe('fox, 狐\n');
  expect(await read('be.txt')).toBe('fox, é');
  expect(await read('cp1252.txt')).toBe('fox, é “”');
  expect(await read('crlf.txt')).toBe('fox\na\nb\n');
  expect(await readFile(join(root, '1_fox/half.txt'))).toEqual(files['half.txt']);
  expect(await read('mark.txt')).toBe('\n');
  expect(await read('empty.txt')).toBe('');
  expect(repairsOf((await scanWorkspace(root)).concepts.flatMap((concept) => concept.pictures))).toEqual([]);
  await journal.undo();
  expect(await contents(root)).toEqual(before);
});

test('marks and line ends can be left', async () => {
  const root = await workspace({ '1_fox/a.png': '', '1_fox/a.txt': '\ufefffox\r\n', '1_fox/b.png': '', '1_fox/b.txt': Buffer.from('\ufefffox\r\n', 'utf16le') });
  const { concepts } = await scanWorkspace(root);
  const repairs = repairsOf(concepts[0]?.pictures ?? [], { bom: false, lineEnds: false });
  expect(repairs.map(({ text, images }) => [text, images])).toEqual([['fox\r\n', ['1_fox/b.png']]]);
});
