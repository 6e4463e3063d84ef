import path from 'node:path';
import type { Picture } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import type { Region } from '../../terminal/images/driver.js';
import type { Display } from '../../terminal/images/display.js';
import { holeText } from '../../terminal/images/hole.js';
import { bytesOf, type TerminalImage } from '../../terminal/images/image.js';
import type { ImageLayer } from '../../terminal/images/layer.js';
import type { Pictures } from './pictures.js';
import type { ReadPicture } from './read-picture.js';

/** Pictures are kept as they were drawn, so that going back to one draws it at once: so many bytes of them. */
const mostBytes = 48 * 1024 * 1024;

interface Wish {
  picture: Picture | null;
  width: number;
  height: number;
  restMs: number;
  region?: Region | undefined;
}

interface Hole {
  wish: Wish;
  /** What it is to show; changes when another picture is asked for while one is being decoded. */
  wanted: string;
  timer: ReturnType<typeof setTimeout> | null;
  /** What is being read for it. Another picture waits for that one, so that a held key asks for no more than is drawn. */
  reading: AbortController | null;
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
  let bytes = 0;

  function place(hole: number, image: TerminalImage | null, { width, height }: Wish): void {
    if (!image) return layer.delete(hole);
    layer.set(hole, image, { left: (width - image.width) >> 1, top: (height - image.height) >> 1 });
  }

  async function draw(picture: Picture, { width, height, region }: Wish, key: string, signal: AbortSignal): Promise<TerminalImage | null> {
    const { root } = session.getState();
    const { driver, setting } = display;
    const room = { columns: width, rows: height };
    const request = driver.request(room, setting);
    if (root === null || !request) return null;
    const wanted = region ? { ...request, region } : request;
    return driver.draw(await read(path.join(root, picture.path), wanted, signal), room, setting, key);
  }

  function remember(key: string, image: TerminalImage | null): void {
    bytes += bytesOf(image) - bytesOf(drawn.get(key));
    drawn.set(key, image);
    for (const [oldest, old] of drawn) {
      if (bytes <= mostBytes) break;
      bytes -= bytesOf(old);
      drawn.delete(oldest);
    }
  }

  function show(number: number, hole: Hole, restMs = hole.wish.restMs): void {
    const { picture, width, height, region } = hole.wish;
    if (hole.timer) clearTimeout(hole.timer);
    hole.timer = null;
    if (!picture || width <= 0 || height <= 0 || !display.driver.request({ columns: width, rows: height }, display.setting)) {
      hole.wanted = '';
      hole.reading?.abort();
      return layer.delete(number);
    }
    const part = region ? `\n${region.left} ${region.top} ${region.width} ${region.height}` : '';
    const key = `${display.version} ${picture.path}\n${picture.mtimeMs}\n${picture.bytes}\n${width}×${height}${part}`;
    if (hole.wanted === key && hole.reading) return;
    hole.wanted = key;
    const ready = drawn.get(key);
    if (ready !== undefined) return place(number, ready, hole.wish);
    if (hole.reading) return hole.reading.abort();
    if (restMs === 0) start(number, hole, picture, key);
    else hole.timer = setTimeout(() => start(number, hole, picture, key), restMs);
  }

  function start(number: number, hole: Hole, picture: Picture, key: string): void {
    const reading = new AbortController();
    hole.reading = reading;
    draw(picture, hole.wish, key, reading.signal)
      // A file that cannot be decoded leaves the hole blank; the checks say what is wrong with it.
      .catch(() => (reading.signal.aborted ? undefined : null))
      .then((image) => {
        if (image !== undefined) remember(key, image);
        hole.reading = null;
        if (holes.get(number) !== hole) return;
        // It was given up on, or something else is wanted by now.
        if (image === undefined || hole.wanted !== key) show(number, hole);
        else place(number, image, hole.wish);
      })
      .catch(() => {});
  }

  display.subscribe(() => {
    drawn.clear();
    bytes = 0;
    for (const [number, hole] of holes) show(number, hole, 0);
  });

  return {
    open: () => {
      const hole = layer.allocate();
      holes.set(hole, { wish: { picture: null, width: 0, height: 0, restMs: 0 }, wanted: '', timer: null, reading: null });
      return hole;
    },
    close: (number) => {
      const hole = holes.get(number);
      if (hole?.timer) clearTimeout(hole.timer);
      hole?.reading?.abort();
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
    pixels: (width, height) => {
      const { driver, setting } = display;
      const { cell } = setting;
      return driver.request({ columns: width, rows: height }, setting) ?? { width: width * cell.width, height: height * cell.height };
    },
    show: (number, picture, width, height, restMs = 0, region) => {
      const hole = holes.get(number);
      if (!hole) return;
      hole.wish = { picture, width, height, restMs, region };
      show(number, hole);
    },
  };
}
