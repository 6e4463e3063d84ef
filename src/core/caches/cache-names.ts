/** A file that the trainer keeps beside an image so that it need not compute something again. */
export interface CacheName {
  /** What the file holds: the picture as the VAE encodes it, or what the text encoders make of the caption. */
  holds: 'latents' | 'texts';
  /** Stem of the image. */
  stem: string;
  /** The size that the picture had; null when the name does not say. */
  size: readonly [width: number, height: number] | null;
  /** The models that it is made for; null = the older name, which all Stable Diffusion models take. */
  family: string | null;
}

const latents = /^(.+)_(\d{3,6})x(\d{3,6})_(sd|sdxl|flux|sd3|anima|lumina|hi)\.npz$/s;
const texts = /^(.+?)_(?:te_outputs|(flux|sd3|anima|lumina|hi)_te)\.npz$/s;

/**
 * Reads the name of a cache file.
 * @param isStem is there an image of this stem? An older name is nothing but the stem.
 * @returns null when the name is none of a cache
 */
export function cacheName(name: string, isStem: (stem: string) => boolean): CacheName | null {
  const sized = latents.exec(name);
  if (sized) return { holds: 'latents', stem: sized[1] ?? '', size: [Number(sized[2]), Number(sized[3])], family: sized[4] ?? null };
  const text = texts.exec(name);
  if (text) return { holds: 'texts', stem: text[1] ?? '', size: null, family: text[2] ?? 'sdxl' };
  const stem = name.endsWith('.npz') ? name.slice(0, -4) : '';
  return stem !== '' && isStem(stem) ? { holds: 'latents', stem, size: null, family: null } : null;
}
