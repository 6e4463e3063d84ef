import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/core/dataset/model.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { readWorkspaceFile } from '../../../src/core/dataset/workspace-file.js';
import { isWorkspace, WorkspaceError } from '../../../src/core/dataset/workspace.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-scan-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(files: Record<string, string | Uint8Array>, at = root) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), content);
  }
}

/** Sets a file's time back, as files that were not written a moment ago have it. */
async function age(...paths: string[]) {
  for (const path of paths) await utimes(join(root, path), new Date('2024-01-01'), new Date('2024-01-01'));
}

const only = (dataset: Dataset) => dataset.concepts[0]?.pictures ?? [];

describe('the trainer’s rules of folders', () => {
  test('reads what int() reads before the first underscore', async () => {
    const names = ['10_sks girl', '5_a_b', '10', '007_x', '+5_x', ' 5_x', '１０_y', '٣_z'];
    await put(Object.fromEntries(names.map((name) => [`${name}/a.png`, 'x'])));
    const { concepts } = await scanWorkspace(root);
    expect(new Map(concepts.map(({ folder, repeats, activationText }) => [folder, [repeats, activationText]]))).toEqual(
      new Map<string, unknown>([
        ['10_sks girl', [10, 'sks girl']],
        ['5_a_b', [5, 'a_b']],
        ['10', [10, '']],
        ['007_x', [7, 'x']],
        ['+5_x', [5, 'x']],
        [' 5_x', [5, 'x']],
        ['１０_y', [10, 'y']],
        ['٣_z', [3, 'z']],
      ]),
    );
  });

  test('tells refused folders, strays, its own and the trainer’s apart', async () => {
    const images = ['0_x', '-3_x', 'x_y', '1.5_x', '1e2_x', '1,000_x', '_x', 'photos', 'reg', 'output', 'saves', 'Raw', 'Left out', '.trash'];
    await put({ ...Object.fromEntries(images.map((name) => [`${name}/a.png`, 'x'])), 'my_notes/a.txt': 'x', 'loradeck.toml': 'output_dir = "saves"\n' });
    const { others, concepts } = await scanWorkspace(root);
    expect(concepts).toEqual([]);
    const kinds = Object.fromEntries(others.map(({ folder, kind }) => [folder, kind]));
    expect(kinds).toEqual({
      '0_x': 'refused', '-3_x': 'refused', x_y: 'refused', '1.5_x': 'refused', '1e2_x': 'refused', '1,000_x': 'refused', _x: 'refused',
      photos: 'stray', reg: 'ignored', output: 'ignored', saves: 'ignored', my_notes: 'ignored', Raw: 'raw', 'Left out': 'left-out',
    });
  });

  test('takes the parent of the N_name folders; the folder itself is known for what it is (W01)', async () => {
    await put({ '10_x/a.png': 'x', '10_x/a.txt': 'x' });
    expect((await scanWorkspace(root)).isConceptFolder).toBe(false);
    const inside = await scanWorkspace(join(root, '10_x'));
    expect(inside.isConceptFolder).toBe(true);
    expect(inside.rootImages).toEqual(['a.png']);
  });

  test('two outfit tags are two activation tags', async () => {
    await put({ '3_blaze, red armor/a.png': 'x' });
    expect((await scanWorkspace(root)).concepts[0]?.activation).toEqual(['blaze', 'red armor']);
  });
});

describe('the trainer’s rules of images and captions', () => {
  test('endings are all lower or all upper case; hidden and nested files are passed over', async () => {
    const taken = ['a.png', 'b.JPG', 'c.jpeg', 'd.WEBP', 'e.bmp', '\uff41.png', '😀.png'];
    const passed = ['f.Png', 'g.gif', 'h.tiff', 'i.avif', 'deep/j.png'];
    await put(Object.fromEntries([...taken, ...passed, '.hidden.png', 'notes.md'].map((name) => [`1_x/${name}`, 'x'])));
    const [concept] = (await scanWorkspace(root)).concepts;
    expect(concept?.pictures.map(({ name }) => name)).toEqual(taken);
    expect([...(concept?.ignored ?? [])].sort()).toEqual(passed.map((name) => `1_x/${name}`).sort());
  });

  test('the caption is the one of the same stem, else the one without four pieces', async () => {
    await put({
      '1_x/a.v2.png': 'x', '1_x/a.v2.txt': 'x, one, two', '1_x/b.png': 'x', '1_x/img_1_2_3_4.png': 'x', '1_x/img.txt': 'x, shared',
    });
    const [a, b, crop] = only(await scanWorkspace(root));
    expect(a).toMatchObject({ stem: 'a.v2', captionPath: '1_x/a.v2.txt', tags: ['x', 'one', 'two'] });
    expect(b).toMatchObject({ captionPath: '1_x/b.txt', caption: null, tags: [] });
    expect(crop).toMatchObject({ captionPath: '1_x/img.txt', tags: ['x', 'shared'] });
  });

  test('the pieces are counted on the whole path, so that a folder’s underscore counts too', async () => {
    await put({ '1_x/a_b_c_d.png': 'x', '1.txt': 'x, odd', '2_x/a_b_c.png': 'x', '2.txt': 'x, no' });
    const { concepts } = await scanWorkspace(root);
    expect(concepts.map(({ pictures }) => pictures[0]?.tags)).toEqual([['x', 'odd'], []]);
  });

  test('a pipe in place of a caption is none, and is not waited for', async () => {
    await put({ '1_x/a.png': 'x' });
    execFileSync('mkfifo', [join(root, '1_x/a.txt')]);
    expect(only(await scanWorkspace(root))[0]?.caption).toBeNull();
  });

  test('the caption extension is the one of loradeck.toml', async () => {
    await put({ '1_x/a.png': 'x', '1_x/a.caption': 'from caption', '1_x/a.txt': 'from txt', 'loradeck.toml': 'caption_extension = "caption"\n' });
    expect(only(await scanWorkspace(root))[0]?.tags).toEqual(['from caption']);
    // Without a recipe it is the trainer's own.
    await put({ 'loradeck.toml': '[loradeck]\nrecipe = "none"\n' });
    expect(only(await scanWorkspace(root))[0]?.tags).toEqual(['from caption']);
  });

  test('Raw is read to its depth', async () => {
    await put({ 'Raw/a.gif': 'x', 'Raw/more/b.png': 'x', 'Raw/more/b.txt': 'tag' });
    const { raw } = await scanWorkspace(root);
    expect(raw.map(({ path, folder, tags }) => [path, folder, tags])).toEqual([
      ['Raw/a.gif', 'Raw', []],
      ['Raw/more/b.png', 'Raw', ['tag']],
    ]);
  });
});

describe('a second scan', () => {
  test('keeps what did not change as the same objects', async () => {
    await put({ '1_x/a.png': 'x', '1_x/a.txt': 'x, one', '1_x/b.png': 'xx', '1_x/b.txt': 'x, two', '2_y/c.png': 'x' });
    await age('1_x/a.txt', '1_x/b.txt', '1_x/a.png', '1_x/b.png');
    const first = await scanWorkspace(root);
    await put({ '1_x/b.txt': 'x, TWO' });
    const second = await scanWorkspace(root, { previous: first });
    expect(second.concepts[0]?.pictures[0]).toBe(first.concepts[0]?.pictures[0]);
    expect(second.concepts[1]).toBe(first.concepts[1]);
    expect(second.concepts[0]?.pictures[1]).toMatchObject({ id: first.concepts[0]?.pictures[1]?.id, tags: ['x', 'TWO'] });
  });

  test('sees a caption that was written again within a tick, with the same size', async () => {
    await put({ '1_x/a.png': 'x', '1_x/a.txt': 'x, one' });
    let dataset = await scanWorkspace(root);
    for (const text of ['x, two', 'x, six', 'x, ten']) {
      await put({ '1_x/a.txt': text });
      dataset = await scanWorkspace(root, { previous: dataset });
      expect(only(dataset)[0]?.caption?.text).toBe(text);
    }
  });

  test('does not trust a time of this very moment', async () => {
    const now = new Date();
    const write = async (text: string) => {
      await put({ '1_x/a.png': 'x', '1_x/a.txt': text });
      await utimes(join(root, '1_x/a.txt'), now, now);
    };
    await write('x, one');
    const first = await scanWorkspace(root);
    await write('x, two');
    expect(only(await scanWorkspace(root, { previous: first }))[0]?.tags).toEqual(['x', 'two']);
  });

  test('gives a copy a number of its own, wherever it lies', async () => {
    await put({ '2_y/m.png': 'same' });
    await age('2_y/m.png');
    const first = await scanWorkspace(root);
    const copies = ['1_x/a.png', '2_y/a.png', '2_y/z.png', '3_z/a.png'];
    await put(Object.fromEntries(copies.map((path) => [path, 'same'])));
    await age(...copies);
    const pictures = (await scanWorkspace(root, { previous: first })).concepts.flatMap((concept) => concept.pictures);
    expect(new Set(pictures.map(({ id }) => id)).size).toBe(5);
    expect(pictures.find(({ path }) => path === '2_y/m.png')).toBe(only(first)[0]);
  });

  test('knows pictures by their number across renames of files and folders, but not copies', async () => {
    await put({ '1_x/a.png': 'one', '1_x/b.png': 'three' });
    await age('1_x/a.png');
    const first = await scanWorkspace(root);
    await rename(join(root, '1_x'), join(root, '5_y'));
    await rename(join(root, '5_y/b.png'), join(root, '5_y/c.png'));
    await put({ '5_y/d.png': 'one' });
    await age('5_y/d.png');
    const second = await scanWorkspace(root, { previous: first });
    const ids = (dataset: Dataset) => only(dataset).map(({ id }) => id);
    expect(ids(second).slice(0, 2)).toEqual(ids(first));
    expect(new Set(ids(second)).size).toBe(3);
  });
});

describe('what cannot be read', () => {
  test('is one clear sentence for the workspace', async () => {
    await put({ 'file.txt': 'x' });
    await expect(scanWorkspace(join(root, 'nowhere'))).rejects.toThrow(/nowhere does not exist\.$/);
    await expect(scanWorkspace(join(root, 'file.txt'))).rejects.toThrow(/is a file, not a folder\.$/);
    await expect(scanWorkspace(join(root, 'nowhere'))).rejects.toBeInstanceOf(WorkspaceError);
  });

  test.skipIf(process.getuid?.() === 0)('is one clear sentence without permission', async () => {
    await put({ '1_x/a.png': 'x', '2_y/b.png': 'x' });
    await chmod(join(root, '1_x'), 0);
    const { problems, concepts } = await scanWorkspace(root);
    await chmod(join(root, '1_x'), 0o755);
    expect(problems).toEqual(['The folder 1_x may not be read by you.']);
    expect(concepts[1]?.pictures).toHaveLength(1);
  });

  test('links that lead in a circle are passed over, with a sentence', async () => {
    await put({ 'Raw/a.png': 'x' });
    await symlink('..', join(root, 'Raw/up'));
    await symlink('loop', join(root, 'Raw/loop'));
    const { raw, problems } = await scanWorkspace(root);
    expect(raw.map(({ path }) => path)).toEqual(['Raw/a.png']);
    expect(problems).toEqual([
      'Raw/loop is a link that leads back to itself.',
      'The folder Raw/up is a link that leads back to a folder already read, so it is passed over.',
    ]);
  });

  test('a broken loradeck.toml is said, and the defaults count', async () => {
    await put({ 'loradeck.toml': 'caption_extension = ', '1_x/a.png': 'x' });
    expect((await scanWorkspace(root)).captionExtension).toBe('.txt');
    expect((await readWorkspaceFile(root)).problem).toMatch(/^loradeck\.toml has a mistake at line 1, column \d+: .*\. Until it is mended the defaults count\.$/);
  });
});

test('isWorkspace knows a workspace by its marks', async () => {
  expect(await isWorkspace(root)).toBe(false);
  for (const mark of ['Raw/a.png', 'loradeck.toml', '.loradeck/x', '3_x/a.png']) {
    const at = join(root, `w${mark.length}`);
    await put({ [mark]: '' }, at);
    expect(await isWorkspace(at)).toBe(true);
  }
});
