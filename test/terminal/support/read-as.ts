import sharp from 'sharp';
import type { PictureData, PictureRequest } from '../../../src/terminal/images/driver.js';
import type { Pixels } from '../../../src/terminal/images/pixels.js';

/** Pixels as a driver asked for them, made by the image library as the program makes them. */
export async function readAs({ data, width, height }: Pixels, request: PictureRequest): Promise<PictureData> {
  const image = sharp(data, { raw: { width, height, channels: 3 } }).resize(request.width, request.height, { fit: 'inside', kernel: 'nearest' });
  const { as, colors, quality } = request;
  if (as === 'png') image.png(colors === undefined ? {} : { palette: true, colours: colors });
  else if (as === 'jpeg') image.jpeg({ quality });
  else image.removeAlpha().raw();
  const { data: bytes, info } = await image.toBuffer({ resolveWithObject: true });
  return { as, width: info.width, height: info.height, data: bytes, source: { format: 'png', width, height } };
}

/** The pixels of a file of any kind. */
export async function pixelsIn(file: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

/** The mean difference of two pictures of the same size, a part of a colour, 0–255. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return a.length === b.length ? sum / a.length : Infinity;
}

/** A picture such as people have: smooth areas and an edge. */
export function smoothPixels(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (Math.min(width, height) / 3) ** 2;
      const at = 3 * (y * width + x);
      data[at] = inside ? 220 : Math.round((x / width) * 120);
      data[at + 1] = inside ? 120 + Math.round((y / height) * 80) : Math.round((y / height) * 160);
      data[at + 2] = inside ? 40 : 180;
    }
  }
  return { data, width, height };
}
