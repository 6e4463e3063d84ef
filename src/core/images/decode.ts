import { stat } from 'node:fs/promises';
import { readFacts, sentence } from './facts.js';
import { loadSharp } from './sharp.js';

/** What only the pixels tell. */
export interface Decoded {
  /** Some pixel can be seen through, so that the trainer would train the colour hidden under it (D07). */
  transparent: boolean;
  /** Why the picture cannot be decoded to its end, in one sentence; null when it can (D15). */
  error: string | null;
}

/**
 * Decodes a whole picture to see whether it is cut off and whether it can be seen through; the header's word is taken for
 * neither. Bitmaps (`.bmp`), which the image library does not read, are judged by their length. Never throws.
 * @param path absolute
 */
export async function decode(path: string): Promise<Decoded> {
  const facts = await readFacts(path);
  if (facts.error !== null) return { transparent: false, error: facts.error };
  try {
    if (facts.format === 'bmp') return { transparent: false, error: await bmpError(path, facts.width, facts.height) };
    const sharp = await loadSharp();
    if (facts.alpha) return { transparent: !(await sharp(path).stats()).isOpaque, error: null };
    // Shrinking needs every row, and a JPEG is read to its end even where it is decoded small.
    await sharp(path).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return { transparent: false, error: null };
  } catch (error) {
    return { transparent: false, error: sentence(error, facts.format) };
  }
}

async function bmpError(path: string, width: number, height: number): Promise<string | null> {
  // Even one bit a pixel needs this much; compressed bitmaps are rare and no smaller in practice.
  const least = Math.floor((width * height) / 8);
  return (await stat(path)).size < least ? 'The picture is cut off or damaged.' : null;
}
