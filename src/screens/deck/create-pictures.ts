import path from 'node:path';
import type { Picture } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import type { Display } from '../../terminal/images/display.js';
import { holeText } from '../../terminal/images/hole.js';
import type { TerminalImage } from '../../terminal/images/image.js';
import type { ImageLayer } from '../../terminal/images/layer.js';
import type { Pictures } from './pictures.js';
import type { ReadPicture } from './read-picture.js';

/** Pictures kept as they were drawn, so that going back to one draws it at once. */
const kept = 400;

interface Wish {
  picture: Picture | null;
  width: number;
  height: number;
}

interface Hole {
  wish: Wish;
  /** What it is to show; changes when another picture is asked for while one is being decoded. */
  wanted: string;
  timer: ReturnType<typeof setTimeout> | null;
}

interface Parts {
  session: SessionStore;
  layer: ImageLayer;
  display: Display;
  read: ReadPicture;
}

/** Reads pictures in the form that the driver wants, has it draw them and hands them to the image layer. */
export function createPictures({ session, layer, display, read }: Parts): Pictures {
  const holes = new Map<number, Hole>();
  const drawn = new Map<string, TerminalImage | null>();
  const texts = new Map<string, string>();

  function place(hole: number, image: TerminalImage | null, { width, height }: Wish): void {
    if (!image) return layer.delete(hole);
    layer.set(hole, image, { left: (width - image.width) >> 1, top: (height - image.height) >> 1 });
  }

  async function draw(picture: Picture, { width, height }: Wish, key: string): Promise<TerminalImage | null> {
    const { root } = session.getState();
    const { driver, setting } = display;
    const room = { columns: width, rows: height };
    const request = driver.request(room, setting);
    if (root === null || !request) return null;
    return driver.draw(await read(path.join(root, picture.path), request), room, setting, key);
  }

  function remember(key: string, image: TerminalImage | null): void {
    drawn.set(key, image);
    const [oldest] = drawn.keys();
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
  }

  function show(number: number, hole: Hole, restMs: number): void {
    const { picture, width, height } = hole.wish;
    if (hole.timer) clearTimeout(hole.timer);
    hole.timer = null;
    if (!picture || width <= 0 || height <= 0 || !display.driver.request({ columns: width, rows: height }, display.setting)) {
      hole.wanted = '';
      return layer.delete(number);
    }
    const key = `${display.version} ${picture.path}\n${picture.mtimeMs}\n${picture.bytes}\n${width}×${height}`;
    hole.wanted = key;
    const ready = drawn.get(key);
    if (ready !== undefined) return place(number, ready, hole.wish);
    const start = () => {
      draw(picture, hole.wish, key)
        // A file that cannot be decoded leaves the hole blank; the checks say what is wrong with it.
        .catch(() => null)
        .then((image) => {
          remember(key, image);
          const now = holes.get(number);
          if (now?.wanted === key) place(number, image, now.wish);
        })
        .catch(() => {});
    };
    if (restMs === 0) start();
    else hole.timer = setTimeout(start, restMs);
  }

  display.subscribe(() => {
    drawn.clear();
    for (const [number, hole] of holes) show(number, hole, 0);
  });

  return {
    open: () => {
      const hole = layer.allocate();
      holes.set(hole, { wish: { picture: null, width: 0, height: 0 }, wanted: '', timer: null });
      return hole;
    },
    close: (number) => {
      const hole = holes.get(number);
      if (hole?.timer) clearTimeout(hole.timer);
      holes.delete(number);
      layer.delete(number);
    },
    text: (hole, width, height) => {
      const key = `${hole} ${width} ${height}`;
      let text = texts.get(key);
      if (text === undefined) {
        text = holeText(hole, width, height);
        if (texts.size > 500) texts.clear();
        texts.set(key, text);
      }
      return text;
    },
    show: (number, picture, width, height, restMs = 0) => {
      const hole = holes.get(number);
      if (!hole) return;
      hole.wish = { picture, width, height };
      show(number, hole, restMs);
    },
  };
}
