import { readFile } from 'node:fs/promises';
import { decodeBmp, type Pixels } from './bmp-pixels.js';
import { readHead } from './facts.js';
import { loadSharp } from './sharp.js';

/** In what form a picture is wanted: raw pixels (three bytes each) or a file of that kind, in at most so many pixels. */
export interface Wanted {
  as: 'rgb' | 'png' | 'jpeg';
  width: number;
  height: number;
  /** `png`: a palette of at most so many colours. */
  colors?: number | undefined;
  /** `jpeg`: 1–100. */
  quality?: number | undefined;
}

/**
 * Reads a picture for a person to look at: turned as its EXIF data say, which the trainer does not do, and on white where it
 * can be seen through.
 * @param source an absolute path, or pixels
 * @param enlarge may it be given more pixels than it has?
 * @throws Error when it cannot be read
 */
export async function readTurned(source: string | Pixels, { as, width, height, colors, quality }: Wanted, enlarge = false) {
  const sharp = await loadSharp();
  const pixels = typeof source === 'string' ? await bitmap(source) : source;
  const image = pixels
    ? sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
    : sharp(source as string, { failOn: 'none' }).rotate();
  image
    .flatten({ background: '#ffffff' })
    .resize(Math.max(1, width), Math.max(1, height), { fit: 'inside', withoutEnlargement: !enlarge })
    .toColourspace('srgb')
    .removeAlpha();
  if (as === 'png') image.png(colors === undefined ? { compressionLevel: 3 } : { palette: true, colours: colors, effort: 1 });
  else if (as === 'jpeg') image.jpeg({ quality: quality ?? 85 });
  else image.raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { as, width: info.width, height: info.height, data: as === 'rgb' && info.channels === 1 ? fromGrey(data) : data };
}

async function bitmap(path: string): Promise<Pixels | null> {
  const [b, m] = await readHead(path, 2);
  return b === 0x42 && m === 0x4d ? decodeBmp(await readFile(path)) : null;
}

function fromGrey(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++) data.fill(grey[i] ?? 0, i * 3, i * 3 + 3);
  return data;
}
