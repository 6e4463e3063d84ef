import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openJournal } from '../../../src/core/journal/journal.js';
import { createSession } from '../../../src/core/session/session.js';
import { trainedPictures } from '../../../src/core/session/visible.js';
import { addTags } from '../../../src/core/tags/verbs.js';
import { WorkspaceWatch, type News } from '../../../src/runner/watch/watch-workspace.js';
import { createDeck } from '../../../src/screens/deck/create-deck.js';
import { createPictures } from '../../../src/screens/deck/create-pictures.js';
import { createRuns } from '../../../src/screens/deck/create-runs.js';
import type { Deck } from '../../../src/screens/deck/deck.js';
import { readPicture } from '../../../src/screens/deck/read-picture.js';
import { Display, plainSetting } from '../../../src/terminal/images/display.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { createImageLayer, type ImageLayer } from '../../../src/terminal/images/layer.js';

let folder: string;
let root: string;
let deck: Deck;
let layer: ImageLayer;
let tell: (news: News) => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-follow-'));
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']) vi.stubEnv(name, join(folder, name));
  root = join(folder, 'Pipnix');
  await cp('fixtures/workspace', root, { recursive: true });
  const session = createSession({ screen: 'dataset' });
  layer = createImageLayer();
  const pictures = createPictures({ session, layer, display: new Display(drivers.blocks, plainSetting), read: readPicture });
  const watch = (...told: [tell: (news: News) => Promise<void>, trouble: (sentence: string) => void]) => {
    [tell] = told;
    return new WorkspaceWatch(...told, { quietMs: 60 });
  };
  deck = createDeck({ session, pictures, runs: createRuns(session), room: () => ({ columns: 80, rows: 24 }), quit: () => {}, watch });
  await deck.open(root);
  await vi.waitUntil(() => session.getState().findings !== null, { timeout: 20_000 });
});
afterEach(async () => {
  await deck.leave();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const all = () => trainedPictures(deck.session.getState().dataset!);
const pictureAt = (index: number) => all()[index]!;
const said = () => deck.session.getState().message?.text;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const write = async (path: string, background: string) =>
  writeFile(join(root, path), await sharp({ create: { width: 321, height: 123, channels: 3, background } }).png().toBuffer());

/** Shows a picture in a hole, as a screen does: again when it is another object. */
function look(index: number): number {
  const hole = deck.pictures.open();
  const show = () => deck.pictures.show(hole, pictureAt(index), 10, 5);
  show();
  deck.session.subscribe((now, before) => now.dataset !== before.dataset && show());
  return hole;
}

/** The colour in the middle of a hole. */
const colourOf = (hole: number) => {
  const { image } = (layer as unknown as { images: Map<number, { image: { width: number; height: number; cells: (x: number, y: number) => { fg: number } } }> }).images.get(hole) ?? {};
  return image ? image.cells(image.width >> 1, image.height >> 1).fg & 0xffffff : null;
};

test('a picture in view that another program writes is shown anew, with its new facts, and no other is another object', async () => {
  const hole = look(3);
  await vi.waitUntil(() => layer.key(hole) !== null);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = all();
  await write(pictureAt(3).path, '#00c020');
  await vi.waitUntil(() => pictureAt(3).facts?.width === 321, { timeout: 10_000 });
  await vi.waitUntil(() => colourOf(hole) === 0x00c020, { timeout: 10_000 });
  expect(all().filter((picture, at) => picture !== before[at])).toEqual([pictureAt(3)]);
  expect(pictureAt(3)).toMatchObject({ id: before[3]?.id, facts: { height: 123, error: null } });
});

test('one that it takes away or adds leaves cursor, marks and filter where they are', async () => {
  const { session } = deck;
  const [gone, marked, cursor] = [pictureAt(1), pictureAt(3), pictureAt(4)];
  session.setState({ cursor: cursor.id, marks: new Set([marked.id, gone.id]), filter: 'width>100' });
  await rm(join(root, gone.path));
  await vi.waitUntil(() => !all().includes(gone), { timeout: 10_000 });
  expect(said()).toBe(`Another program removed ${gone.name}.`);
  await write('4_pipnix/900.png', '#c02010');
  await vi.waitUntil(() => all().some(({ name, facts }) => name === '900.png' && facts?.width === 321), { timeout: 10_000 });
  expect(said()).toBe(`Another program added 900.png and removed ${gone.name}.`);
  expect(session.getState()).toMatchObject({ cursor: cursor.id, filter: 'width>100', marks: new Set([marked.id]) });
});

test('a caption that it writes is shown, indexed and said; several are counted', async () => {
  await writeFile(join(root, pictureAt(2).captionPath), 'by hand, pipnix');
  await vi.waitUntil(() => pictureAt(2).tags[0] === 'by hand', { timeout: 10_000 });
  expect(deck.index.count('by hand')).toBe(1);
  expect(said()).toBe('Another program wrote 003.txt.');
  for (const at of [0, 1, 4]) await writeFile(join(root, pictureAt(at).captionPath), 'by hand');
  await vi.waitUntil(() => deck.index.count('by hand') === 4, { timeout: 10_000 });
  expect(said()).toBe('Another program wrote 4 captions.');
  await rm(join(root, pictureAt(0).captionPath));
  await vi.waitUntil(() => pictureAt(0).caption === null, { timeout: 10_000 });
});

test('our own writes are not said, and edits on their way are merged with what it wrote', async () => {
  const add = (index: number, tag: string) => deck.apply(addTags({ pictures: [pictureAt(index)], concepts: deck.session.getState().dataset!.concepts, captionExtension: '.txt' }, [tag]));
  await add(0, 'storybook');
  await pause(600);
  expect(said()).toBe('added “storybook” to 1 image');
  const file = join(root, pictureAt(0).captionPath);
  const text = (await readFile(file, 'utf8')).trimEnd();
  await writeFile(file, `${text}, by hand`);
  // Of that nothing was heard yet.
  for (const tag of ['one', 'two', 'three']) void add(0, tag);
  await deck.settled();
  await vi.waitUntil(async () => pictureAt(0).caption?.text === (await readFile(file, 'utf8')), { timeout: 10_000 });
  for (const tag of ['storybook', 'one', 'two', 'three', 'by hand']) expect(pictureAt(0).tags).toContain(tag);
  await deck.undo();
  await pause(600);
  expect(said()).toBe('took back: added “three” to 1 image');
});

test('what we move ourselves is not taken for another’s, whenever it is looked at', async () => {
  const { path, captionPath } = pictureAt(0);
  let moving = true;
  const heard: unknown[] = [];
  const looking = (async () => {
    while (moving) await tell('all').then(() => heard.push(said()));
  })();
  for (let i = 0; i < 10; i++) {
    const there = [path, captionPath].map((from) => ({ kind: 'move' as const, from, to: `Left out/${from}` }));
    const back = there.map(({ from, to }) => ({ kind: 'move' as const, from: to, to: from }));
    expect(await deck.apply({ what: `moved ${i}`, images: 1, entries: i % 2 === 0 ? there : back })).toBe(true);
  }
  moving = false;
  await looking;
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.filter((text) => String(text).startsWith('Another'))).toEqual([]);
});

test('a folder that comes is watched too, and settings are read', async () => {
  await mkdir(join(root, '3_new'));
  await write('3_new/1.png', '#c02010');
  await vi.waitUntil(() => all().some(({ path }) => path === '3_new/1.png'), { timeout: 10_000 });
  await pause(400);
  await writeFile(join(root, '3_new/1.txt'), 'new');
  await vi.waitUntil(() => all().some(({ path, tags }) => path === '3_new/1.png' && tags[0] === 'new'), { timeout: 10_000 });
  await rename(join(root, '3_new'), join(root, '5_new'));
  await vi.waitUntil(() => all().some(({ path }) => path === '5_new/1.png'), { timeout: 10_000 });
  await writeFile(join(root, 'loradeck.toml'), '[loradeck]\nstyle = "e6"\n');
  await vi.waitUntil(() => deck.session.getState().settings?.ours.style === 'e6', { timeout: 10_000 });
  await vi.waitUntil(() => said()?.includes('wrote loradeck.toml'));
});

test('a change of another loradeck is named, and can be taken back', async () => {
  const other = await openJournal(root);
  const { captionPath } = pictureAt(0);
  const before = await readFile(join(root, captionPath), 'utf8');
  await other.apply({ what: 'added “far away” to 1 image', images: 1, entries: [{ kind: 'text', path: captionPath, before, after: `far away, ${before}` }] });
  await vi.waitUntil(() => pictureAt(0).tags[0] === 'far away', { timeout: 10_000 });
  await vi.waitUntil(() => said() === 'Another loradeck: added “far away” to 1 image.');
  expect(deck.session.getState().undo?.what).toContain('far away');
  // Many files, which are heard of bit by bit.
  const dataset = deck.session.getState().dataset!;
  await other.apply(addTags({ pictures: all(), concepts: dataset.concepts, captionExtension: '.txt' }, ['storybook']));
  await vi.waitUntil(() => deck.index.count('storybook') === all().length, { timeout: 10_000 });
  await pause(300);
  expect(said()).toBe(`Another loradeck: added “storybook” to ${all().length} images.`);
  await deck.undo();
  await deck.undo();
  expect(await readFile(join(root, captionPath), 'utf8')).toBe(before);
});
