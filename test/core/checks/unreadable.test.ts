import { chmod, mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runChecks } from '../../../src/core/checks/run-checks.js';
import { refreshCaptions } from '../../../src/core/dataset/refresh.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { addTags } from '../../../src/core/tags/verbs.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-unreadable-'));
  await mkdir(join(root, '1_fox'));
  for (const name of ['a.png', 'b.png']) await writeFile(join(root, '1_fox', name), '');
  await writeFile(join(root, '1_fox/a.txt'), 'fox, day');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** What the checks say of T01 and D15, and what adding a tag to all would do. */
async function look() {
  const dataset = await scanWorkspace(root);
  const findings = await runChecks(dataset, { decode: false });
  const pictures = dataset.concepts.flatMap((concept) => concept.pictures);
  const { entries, skipped } = addTags({ pictures, concepts: dataset.concepts, captionExtension: '.txt' }, ['night']);
  const said = findings.filter(({ rule }) => rule === 'T01' || rule === 'D15').map(({ rule, level, blocks, images, message, fix }) => ({ rule, level, blocks, images, message, fix: fix?.label }));
  return { said, written: entries.map((entry) => (entry.kind === 'move' ? '' : entry.path)), skipped };
}

const isRoot = process.getuid?.() === 0;

describe('a caption file that is there and cannot be read', () => {
  async function expectUnreadable(why: string) {
    const { said, written, skipped } = await look();
    expect(said).toEqual([
      { rule: 'T01', level: 'error', blocks: true, images: ['1_fox/b.png'], message: `1_fox/b.txt ${why}, so the trainer cannot read this caption.`, fix: undefined },
    ]);
    expect(written).toEqual(['1_fox/a.txt']);
    expect(skipped).toEqual([{ image: '1_fox/b.png', why: `1_fox/b.txt ${why}.` }]);
  }

  test.skipIf(isRoot)('for want of a right', async () => {
    await writeFile(join(root, '1_fox/b.txt'), 'fox', { mode: 0o000 });
    await expectUnreadable('may not be read by you');
    await chmod(join(root, '1_fox/b.txt'), 0o600);
    expect((await look()).skipped).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('for an error of the disk', async () => {
    await symlink('/proc/self/mem', join(root, '1_fox/b.txt'));
    await expectUnreadable('cannot be read (EIO)');
  });

  test('for a link that leads nowhere, until it is mended', async () => {
    await symlink(join(root, 'gone'), join(root, '1_fox/b.txt'));
    await expectUnreadable('is a link that leads nowhere');
    const before = await scanWorkspace(root);
    expect(await refreshCaptions(before, ['1_fox/b.txt'])).toEqual(before);
    await unlink(join(root, '1_fox/b.txt'));
    await writeFile(join(root, '1_fox/b.txt'), 'fox');
    const [, b] = (await refreshCaptions(before, ['1_fox/b.txt'])).concepts[0]?.pictures ?? [];
    expect(b).toMatchObject({ tags: ['fox'] });
    expect(b).not.toHaveProperty('locked');
    expect((await look()).said).toEqual([]);
  });

  test('several are said in one finding', async () => {
    await rm(join(root, '1_fox/a.txt'));
    for (const name of ['a', 'b']) await symlink('nowhere', join(root, `1_fox/${name}.txt`));
    expect((await look()).said.map(({ message }) => message)).toEqual([
      '2 caption files cannot be read, and the trainer cannot read them either: 1_fox/a.txt is a link that leads nowhere.',
    ]);
  });
});

describe('an image beside which nothing can be written', () => {
  test('is one whose name is not UTF-8', async ({ skip }) => {
    const odd = Buffer.concat([Buffer.from(join(root, '1_fox/')), Buffer.from([0xe9]), Buffer.from('.png')]);
    try {
      await rename(join(root, '1_fox/b.png'), odd);
    } catch {
      return skip('this file system takes UTF-8 names only');
    }
    const { said, written, skipped } = await look();
    expect(said).toEqual([
      { rule: 'D15', level: 'error', blocks: false, images: ['1_fox/\ufffd.png'], message: '1 image has a name that is not UTF-8, by which it cannot be found here; give it another.', fix: undefined },
    ]);
    expect(written).toEqual(['1_fox/a.txt']);
    expect(skipped).toEqual([{ image: '1_fox/\ufffd.png', why: '1_fox/\ufffd.png has a name that is not UTF-8; give it another to work on it here.' }]);
  });

  test('is not one whose name holds that character', async () => {
    await rename(join(root, '1_fox/b.png'), join(root, '1_fox/\ufffd.png'));
    expect((await look()).written).toEqual(['1_fox/a.txt', '1_fox/\ufffd.txt']);
  });

  test('is a link that leads nowhere', async () => {
    await rm(join(root, '1_fox/b.png'));
    await symlink('gone.png', join(root, '1_fox/b.png'));
    const { said, written, skipped } = await look();
    expect(said.map(({ rule }) => rule)).not.toContain('T01');
    expect(written).toEqual(['1_fox/a.txt']);
    expect(skipped).toEqual([{ image: '1_fox/b.png', why: '1_fox/b.png is a link that leads nowhere.' }]);
    const all = await runChecks(await scanWorkspace(root));
    expect(all.filter(({ rule, images }) => rule === 'D15' && images.includes('1_fox/b.png'))).toMatchObject([{ level: 'error', blocks: true }]);
  });
});
