import type { PictureData, PictureRequest } from '../../terminal/images/driver.js';

/**
 * Reads a picture's file in the form that a driver asked for.
 * @param path absolute
 * @param signal ends it while it still waits for its turn: nobody looks at that place any more
 * @throws Error when it cannot be read
 */
export type ReadPicture = (path: string, request: PictureRequest, signal?: AbortSignal) => Promise<PictureData>;

/** Reads it here, with what was read before kept. */
export const readPicture: ReadPicture = async (path, { as, width, height, region }, signal) => {
  const { readPixels } = await import('../../core/images/pixels.js');
  if (as !== 'rgb') throw new Error(`Pictures cannot be read as ${as} yet.`);
  return { as, ...(await readPixels(path, { width, height, fit: 'contain', region }, signal)) };
};
