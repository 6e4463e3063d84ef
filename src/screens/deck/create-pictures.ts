import path from 'node:path';
import type { Picture } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import { current } from '../../core/session/visible.js';
import type { Region } from '../../terminal/images/driver.js';
import type { Display } from '../../terminal/images/display.js';
import { holeText } from '../../terminal/images/hole.js';
import { bytesOf, type TerminalImage } from '../../terminal/images/image.js';
import type { ImageLayer } from '../../terminal/images/layer.js';
import type { Priority } from '../../runner/pictures/picture-reader.js';
import type { Pictures } from './pictures.js';
import type { ReadPicture } from './read-picture.js';

/** What may be looked at next is read when nothing was asked for this many milliseconds. */
const aheadMs = 60;

/** Pictures are kept as they were drawn, so that going back to one draws it at once: so many bytes of them. */
const mostBytes = 48 * 1024 * 1024;

interface Place {
  width: number;
  height: number;
  region?: Region | undefined;
}

interface Wish extends Place {
  picture: Picture | null;
  restMs: number;
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
  let ahead: AbortController | null = null;
  let aheadTimer: ReturnType<typeof setTimeout> | null = null;

  function place(hole: number, image: TerminalImage | null, { width, height }: Wish): void {
    if (!image) return layer.delete(hole);
    layer.set(hole, image, { left: (width - image.width) >> 1, top: (height - image.height) >> 1 });
  }

  async function draw(picture: Picture, { width, height, region }: Place, key: string, signal: AbortSignal, priority: Priority = 'view'): Promise<TerminalImage | null> {
    const { root } = session.getState();
    const { driver, setting } = display;
    const room = { columns: width, rows: height };
    const request = driver.request(room, setting);
    if (root === null || !request) return null;
    const wanted = region ? { ...request, region } : request;
    const data = await read(path.join(root, picture.path), wanted, signal, priority);
    const { facts } = picture;
    return driver.draw(facts && facts.error === null ? { ...data, source: facts } : data, room, setting, key);
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
    const { picture, width, height } = hole.wish;
    stopAhead();
    if (hole.timer) clearTimeout(hole.timer);
    hole.timer = null;
    if (!picture || width <= 0 || height <= 0 || !display.driver.request({ columns: width, rows: height }, display.setting)) {
      hole.wanted = '';
      hole.reading?.abort();
      return layer.delete(number);
    }
    const key = keyOf(picture, hole.wish);
    if (hole.wanted === key && hole.reading) return;
    hole.wanted = key;
    const ready = drawn.get(key);
    if (ready !== undefined) {
      place(number, ready, hole.wish);
      return readAheadSoon();
    }
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
        readAheadSoon();
      })
      .catch(() => {});
  }

  function stopAhead(): void {
    ahead?.abort();
    ahead = null;
    if (aheadTimer) clearTimeout(aheadTimer);
    aheadTimer = null;
  }

  /** Once everything on the screen is drawn, the pictures before and after that of the cursor are, as large as it is shown. */
  function readAheadSoon(): void {
    if ([...holes.values()].some(({ reading, timer }) => reading || timer)) return;
    stopAhead();
    aheadTimer = setTimeout(() => void readAhead().catch(() => {}), aheadMs);
    aheadTimer.unref();
  }

  async function readAhead(): Promise<void> {
    const { picture, index, pictures } = current(session.getState());
    const shown = [...holes.values()].map(({ wish }) => wish).filter((wish) => wish.picture === picture && !wish.region);
    const [largest] = shown.sort((a, b) => b.width * b.height - a.width * a.height);
    if (!picture || !largest) return;
    const reading = (ahead = new AbortController());
    for (const next of [pictures[index + 1], pictures[index - 1]]) {
      if (!next || reading.signal.aborted) continue;
      const key = keyOf(next, largest);
      if (!drawn.has(key)) remember(key, await draw(next, largest, key, reading.signal, 'ahead'));
    }
  }

  function keyOf(picture: Picture, { width, height, region }: Place): string {
    const part = region ? `\n${region.left} ${region.top} ${region.width} ${region.height}` : '';
    // What is said of it is known once its header was read.
    const known = display.driver.inWords ? `${picture.facts !== null}\n` : '';
    return `${display.version} ${known}${picture.path}\n${picture.mtimeMs}\n${picture.bytes}\n${width}×${height}${part}`;
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
      stopAhead();
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
