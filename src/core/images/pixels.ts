import { readFile, stat } from 'node:fs/promises';
import type PQueue from 'p-queue';
import { readHead } from './facts.js';
import { decodeBmp, type Pixels } from './bmp-pixels.js';
import { imagesAtOnce, loadSharp } from './sharp.js';

export type { Pixels } from './bmp-pixels.js';

export interface PixelOptions {
  /** The room there is, in pixels. */
  width: number;
  height: number;
  /** `contain`: the whole picture, as large as it fits, so that one side may be smaller. `cover`: the room filled, the middle kept. */
  fit: 'contain' | 'cover';
  /** Only this part of the picture, in fractions of its sides; absent = all of it. */
  region?: { left: number; top: number; width: number; height: number } | undefined;
}

/** Previews are kept until they take more than this. */
const mostBytes = 64 * 1024 * 1024;

const previews = new Map<string, Pixels>();
let bytesKept = 0;
let queue: Promise<PQueue> | undefined;

/**
 * Reads a picture small, for a preview. It is shown as the trainer sees it: not turned by its EXIF orientation (D15), and on white
 * where it can be seen through (D07). A few are decoded at a time; what was decoded is kept as long as the file has the same time and size.
 * @param path absolute
 * @param signal ends it while it still waits for its turn
 * @throws Error when the picture cannot be read
 */
export async function readPixels(path: string, options: PixelOptions, signal?: AbortSignal): Promise<Pixels> {
  const { mtimeMs, size } = await stat(path);
  const { width, height, fit, region } = options;
  const key = [path, mtimeMs, size, width, height, fit, region && Object.values(region)].join('\n');
  const kept = previews.get(key);
  if (kept) {
    // The order of a map is that of insertion: what was used last goes to the end, what is first is dropped first.
    previews.delete(key);
    previews.set(key, kept);
    return kept;
  }
  queue ??= import('p-queue').then(({ default: Queue }) => new Queue({ concurrency: imagesAtOnce }));
  const pixels = await (await queue).add(() => {
    signal?.throwIfAborted();
    return decodeSmall(path, options);
  });
  if (!previews.has(key)) {
    previews.set(key, pixels);
    bytesKept += pixels.data.length;
    for (const [oldest, { data }] of previews) {
      if (bytesKept <= mostBytes) break;
      previews.delete(oldest);
      bytesKept -= data.length;
    }
  }
  return pixels;
}

async function decodeSmall(path: string, { width, height, fit, region }: PixelOptions): Promise<Pixels> {
  const sharp = await loadSharp();
  const [b, m] = await readHead(path, 2);
  const bmp = b === 0x42 && m === 0x4d ? decodeBmp(await readFile(path)) : null;
  const image = bmp ? sharp(bmp.data, { raw: { width: bmp.width, height: bmp.height, channels: 3 } }) : sharp(path, { failOn: 'none' });
  const part = region && cutOut(region, bmp ?? (await image.metadata()));
  if (part) image.extract(part);
  // Enlarged pixels keep their edges, so that what is looked at so closely is what is there.
  const enlarged = part && Math.min(width / part.width, height / part.height) >= 2;
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .resize(Math.max(1, width), Math.max(1, height), {
      fit: fit === 'contain' ? 'inside' : 'cover',
      kernel: enlarged ? 'nearest' : 'lanczos3',
    })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: info.channels === 3 ? data : fromGrey(data), width: info.width, height: info.height };
}

/** The whole pixels of a part, at least one. */
function cutOut(region: NonNullable<PixelOptions['region']>, picture: { width: number; height: number }) {
  const span = (start: number, length: number, all: number): [number, number] => {
    const size = Math.max(1, Math.min(all, Math.round(length * all)));
    return [Math.max(0, Math.min(all - size, Math.round(start * all))), size];
  };
  const [left, width] = span(region.left, region.width, picture.width);
  const [top, height] = span(region.top, region.height, picture.height);
  return { left, top, width, height };
}

/** Grey pixels as red, green and blue. */
function fromGrey(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++) data.fill(grey[i] ?? 0, i * 3, i * 3 + 3);
  return data;
}
