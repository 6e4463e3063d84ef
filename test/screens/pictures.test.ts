import { expect, test, vi } from 'vitest';
import { createSession } from '../../src/core/session/session.js';
import { createPictures } from '../../src/screens/deck/create-pictures.js';
import type { ReadPicture } from '../../src/screens/deck/read-picture.js';
import { Display, plainSetting } from '../../src/terminal/images/display.js';
import type { PictureRequest } from '../../src/terminal/images/driver.js';
import { drivers } from '../../src/terminal/images/drivers.js';
import { createImageLayer } from '../../src/terminal/images/layer.js';
import { picture } from '../core/dataset/picture.js';
import { madeUpPixels } from '../terminal/support/picture.js';

interface Asked {
  name: string;
  request: PictureRequest;
  signal: AbortSignal | undefined;
  /** Lets the reading come to its end, or fail as it does when it was given up on while it waited. */
  answer: () => void;
}

/** Pictures whose files are read when the test says so. */
function open() {
  const asked: Asked[] = [];
  const read: ReadPicture = (path, request, signal) =>
    new Promise((resolve, reject) => {
      const name = path.split('/').at(-1) ?? '';
      const answer = () =>
        signal?.aborted ? reject(new Error('given up')) : resolve({ as: 'rgb', ...madeUpPixels(request.width, request.height, name.charCodeAt(0)) });
      asked.push({ name, request, signal, answer });
    });
  const layer = createImageLayer();
  const pictures = createPictures({ session: createSession({ root: '/set' }), layer, display: new Display(drivers.blocks, plainSetting), read });
  return { asked, layer, pictures };
}

const [a, b, c] = ['a', 'b', 'c'].map((name) => picture(`1_x/${name}.png`, '', { width: 100, height: 100 })) as [ReturnType<typeof picture>, ReturnType<typeof picture>, ReturnType<typeof picture>];
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const names = (asked: readonly Asked[]) => asked.map(({ name }) => name);
const shownIn = (layer: ReturnType<typeof createImageLayer>, hole: number) => /(\w)\.png/.exec(layer.key(hole) ?? '')?.[1] ?? null;

test('what a hole shows stays until the next one is ready', async () => {
  const { asked, layer, pictures } = open();
  const hole = pictures.open();
  pictures.show(hole, a, 10, 5);
  asked[0]?.answer();
  await settled();
  expect(shownIn(layer, hole)).toBe('a');
  pictures.show(hole, b, 10, 5);
  await settled();
  expect(shownIn(layer, hole)).toBe('a');
  asked[1]?.answer();
  await settled();
  expect(shownIn(layer, hole)).toBe('b');
  pictures.show(hole, null, 10, 5);
  expect(shownIn(layer, hole)).toBe(null);
});

test('while one is read for a hole, only the last that was asked for meanwhile comes next', async () => {
  const { asked, layer, pictures } = open();
  const hole = pictures.open();
  pictures.show(hole, a, 10, 5);
  pictures.show(hole, b, 10, 5);
  pictures.show(hole, c, 10, 5);
  expect(names(asked)).toEqual(['a.png']);
  expect(asked[0]?.signal?.aborted).toBe(true);
  asked[0]?.answer();
  await settled();
  expect(names(asked)).toEqual(['a.png', 'c.png']);
  asked[1]?.answer();
  await settled();
  expect(shownIn(layer, hole)).toBe('c');
});

test('one that was given up on and is wanted again is read again', async () => {
  const { asked, layer, pictures } = open();
  const hole = pictures.open();
  pictures.show(hole, a, 10, 5);
  pictures.show(hole, b, 10, 5);
  pictures.show(hole, a, 10, 5);
  asked[0]?.answer();
  await settled();
  expect(names(asked)).toEqual(['a.png', 'a.png']);
  asked[1]?.answer();
  await settled();
  expect(shownIn(layer, hole)).toBe('a');
});

test('a hole that is closed before its rest is over asks for nothing, and one that is being read for is given up on', async () => {
  const { asked, pictures } = open();
  const [resting, reading] = [pictures.open(), pictures.open()];
  pictures.show(resting, a, 10, 5, 20);
  pictures.show(reading, b, 10, 5);
  pictures.close(resting);
  pictures.close(reading);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(names(asked)).toEqual(['b.png']);
  expect(asked[0]?.signal?.aborted).toBe(true);
});

test('a cursor that runs asks for nothing until it rests', async () => {
  const { asked, pictures } = open();
  const hole = pictures.open();
  for (const one of [a, b, c, a, b, c]) {
    pictures.show(hole, one, 10, 5, 40);
    await settled();
  }
  expect(asked).toEqual([]);
  await vi.waitFor(() => expect(names(asked)).toEqual(['c.png']));
});

test('a part of a picture is asked for as such, and kept apart from the whole', async () => {
  const { asked, pictures } = open();
  const hole = pictures.open();
  const region = { left: 0.25, top: 0.5, width: 0.5, height: 0.5 };
  pictures.show(hole, a, 10, 5);
  asked[0]?.answer();
  await settled();
  pictures.show(hole, a, 10, 5, 0, region);
  expect(asked.map(({ request }) => request.region)).toEqual([undefined, region]);
  asked[1]?.answer();
  await settled();
  // Both are drawn by now.
  pictures.show(hole, a, 10, 5);
  pictures.show(hole, a, 10, 5, 0, { ...region });
  expect(asked.length).toBe(2);
});

test('the pixels of a place are those that the driver draws, or the cells’ own', () => {
  const { pictures } = open();
  expect(pictures.pixels(10, 5)).toMatchObject({ width: 10, height: 10 });
  const none = createPictures({ session: createSession(), layer: createImageLayer(), display: new Display(drivers.none, plainSetting), read: () => Promise.reject(new Error()) });
  expect(none.pixels(10, 5)).toEqual({ width: 80, height: 80 });
});
