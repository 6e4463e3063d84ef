import path from 'node:path';
import type { Picture } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import type { CellImage, ImageLayer } from '../../terminal/images/layer.js';
import type { Driver } from '../../terminal/images/drivers.js';
import { holeText } from '../../terminal/images/hole.js';
import type { ColorDepth } from '../../terminal/colors.js';
import type { Pictures } from './pictures.js';

/** Cells kept of pictures that were shown, so that going back to one draws it at once. */
const kept = 400;

interface Hole {
  /** What it is to show; changes when another picture is asked for while one is being decoded. */
  wanted: string;
  timer: ReturnType<typeof setTimeout> | null;
}

/** Decodes pictures with sharp and hands their cells to the image layer. */
export function createPictures(session: SessionStore, layer: ImageLayer, driver: Driver, colors: ColorDepth): Pictures {
  const holes = new Map<number, Hole>();
  const drawn = new Map<string, CellImage | null>();
  const texts = new Map<string, string>();

  function place(hole: number, image: CellImage | null, width: number, height: number): void {
    if (!image) return layer.delete(hole);
    layer.set(hole, image, { left: (width - image.width) >> 1, top: (height - image.height) >> 1 });
  }

  async function decode(picture: Picture, width: number, height: number, key: string): Promise<CellImage | null> {
    const { readPixels } = await import('../../core/images/pixels.js');
    const { root } = session.getState();
    if (root === null) return null;
    const pixels = await readPixels(path.join(root, picture.path), { ...driver.pixelsFor(width, height), fit: 'contain' });
    return driver.draw(pixels, colors, key);
  }

  function remember(key: string, image: CellImage | null): void {
    drawn.set(key, image);
    const [oldest] = drawn.keys();
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
  }

  return {
    open: () => {
      const hole = layer.allocate();
      holes.set(hole, { wanted: '', timer: null });
      return hole;
    },
    close: (hole) => {
      const { timer } = holes.get(hole) ?? {};
      if (timer) clearTimeout(timer);
      holes.delete(hole);
      layer.delete(hole);
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
      if (hole.timer) clearTimeout(hole.timer);
      hole.timer = null;
      if (!picture || !driver.shows || width <= 0 || height <= 0) {
        hole.wanted = '';
        return layer.delete(number);
      }
      const key = `${picture.path}\n${picture.mtimeMs}\n${picture.bytes}\n${width}×${height}`;
      hole.wanted = key;
      const ready = drawn.get(key);
      if (ready !== undefined) return place(number, ready, width, height);
      const start = () => {
        decode(picture, width, height, key)
          // A file that cannot be decoded leaves the hole blank; the checks say what is wrong with it.
          .catch(() => null)
          .then((image) => {
            remember(key, image);
            if (holes.get(number)?.wanted === key) place(number, image, width, height);
          })
          .catch(() => {});
      };
      if (restMs === 0) start();
      else hole.timer = setTimeout(start, restMs);
    },
  };
}
