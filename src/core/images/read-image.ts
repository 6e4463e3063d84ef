import type { Sharp } from 'sharp';
import type { ImageData, ImageRegion, ImageRequest } from './image-request.js';
import { openImage, type ImageSource } from './open-image.js';

/**
 * Reads a picture in the form that is wanted, as the trainer sees it: not turned by its EXIF data (D15), and on white where it can
 * be seen through (D07).
 * @param how.enlarge may pixels be more than the picture has? Unless said, yes
 * @param how.strict fail on a file that is cut off or damaged
 * @throws Error when it cannot be read
 */
export async function readImage(source: ImageSource, request: ImageRequest, { enlarge = true, strict = false } = {}): Promise<ImageData> {
  const image = await openImage(source, strict);
  image.flatten({ background: '#ffffff' });
  if (request.region) await cutOut(image, request, request.region);
  else image.resize(room(request, enlarge));
  return encode(image.toColourspace('srgb').removeAlpha(), request);
}

function room({ as, width, height }: ImageRequest, enlarge = true) {
  const withoutEnlargement = as !== 'rgb' || !enlarge;
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), fit: 'inside', withoutEnlargement } as const;
}

/** Keeps a part of the picture, as large as it fits the room. */
async function cutOut(image: Sharp, request: ImageRequest, region: ImageRegion): Promise<void> {
  const { width, height } = await image.metadata();
  const part = wholePixels(region, { width, height });
  const { as } = request;
  const scale = Math.min(request.width / part.width, request.height / part.height);
  if (scale <= 0.5) {
    // The whole is made smaller first: many formats are decoded far faster at half their size and less.
    const whole = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    image.resize({ ...whole, fit: 'fill' }).extract(wholePixels(region, whole));
    return;
  }
  image.extract(part);
  // Enlarged pixels keep their edges, so that what is looked at so closely is what is there; a PNG hardly grows by it.
  if (scale >= 2 && as !== 'jpeg') image.resize({ ...room(request), withoutEnlargement: false, kernel: 'nearest' });
  else image.resize(room(request));
}

/** The whole pixels of a part, at least one. */
function wholePixels(region: ImageRegion, picture: { width: number; height: number }) {
  const span = (start: number, length: number, all: number): [number, number] => {
    const size = Math.max(1, Math.min(all, Math.round(length * all)));
    return [Math.max(0, Math.min(all - size, Math.round(start * all))), size];
  };
  const [left, width] = span(region.left, region.width, picture.width);
  const [top, height] = span(region.top, region.height, picture.height);
  return { left, top, width, height };
}

async function encode(image: Sharp, { as, colors, quality }: ImageRequest): Promise<ImageData> {
  if (as === 'png') {
    // Little effort: the palette is what makes it small, and a person waits.
    image.png(colors === undefined ? { compressionLevel: 6 } : { palette: true, colours: Math.max(2, Math.min(256, colors)), dither: 1, effort: 1, compressionLevel: 6 });
  } else if (as === 'jpeg') {
    image.jpeg({ quality: quality ?? 80 });
  } else {
    image.raw();
  }
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { as, width: info.width, height: info.height, data: as === 'rgb' && info.channels !== 3 ? fromGrey(data, info.channels) : data };
}

/** Grey pixels as red, green and blue. */
function fromGrey(grey: Uint8Array, channels: number): Uint8Array {
  const data = new Uint8Array((grey.length / channels) * 3);
  for (let i = 0; i * channels < grey.length; i++) data.fill(grey[i * channels] ?? 0, i * 3, i * 3 + 3);
  return data;
}
