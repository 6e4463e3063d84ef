import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession } from '../../src/core/session/session.js';
import { trainedPictures } from '../../src/core/session/visible.js';
import { ShownFiles } from '../../src/runner/pictures/watch-shown.js';
import { createDeck } from '../../src/screens/deck/create-deck.js';
import { createPictures } from '../../src/screens/deck/create-pictures.js';
import { createRuns } from '../../src/screens/deck/create-runs.js';
import type { Deck } from '../../src/screens/deck/deck.js';
import { readPicture } from '../../src/screens/deck/read-picture.js';
import { Display, plainSetting } from '../../src/terminal/images/display.js';
import { drivers } from '../../src/terminal/images/drivers.js';
import { createImageLayer, type ImageLayer } from '../../src/terminal/images/layer.js';

let folder: string;
let root: string;
let deck: Deck;
let layer: ImageLayer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-follow-'));
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME']) vi.stubEnv(name, join(folder, name));
  root = join(folder, 'Pipnix');
  await cp('fixtures/workspace', root, { recursive: true });
  const session = createSession({ screen: 'dataset' });
  layer = createImageLayer();
  const pictures = createPictures({ session, layer, display: new Display(drivers.blocks, plainSetting), read: readPicture });
  const watch = (tell: ConstructorParameters<typeof ShownFiles>[0]) => new ShownFiles(tell, { restMs: 20, quietMs: 60 });
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

test('the picture of the cursor is watched without a hole, and one out of view is not', async () => {
  deck.session.setState({ cursor: pictureAt(5).id });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await write(pictureAt(6).path, '#112233');
  await write(pictureAt(5).path, '#112233');
  await vi.waitUntil(() => pictureAt(5).facts?.width === 321, { timeout: 10_000 });
  expect(pictureAt(6).facts?.width).not.toBe(321);
  // Until it comes into view.
  deck.session.setState({ cursor: pictureAt(6).id });
  await vi.waitUntil(() => pictureAt(6).facts?.width === 321, { timeout: 10_000 });
});

test('one that goes away leaves its hole blank and is said by the checks, until it is back', async () => {
  const hole = look(4);
  await vi.waitUntil(() => layer.key(hole) !== null);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { path } = pictureAt(4);
  const missing = () => deck.session.getState().findings?.filter(({ rule, images }) => rule === 'D15' && images.includes(path)) ?? [];
  expect(missing()).toEqual([]);
  await rm(join(root, path));
  await vi.waitUntil(() => layer.key(hole) === null, { timeout: 10_000 });
  expect(pictureAt(4).facts?.error).toBe('The file is not there any more.');
  await vi.waitUntil(() => missing().length > 0, { timeout: 10_000 });
  await write(path, '#c02010');
  await vi.waitUntil(() => colourOf(hole) === 0xc02010, { timeout: 10_000 });
  await vi.waitUntil(() => missing().length === 0, { timeout: 10_000 });
});
