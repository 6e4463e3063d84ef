import type { Priority } from '../../runner/pictures/picture-reader.js';
import type { PictureData, PictureRequest } from '../../terminal/images/driver.js';

/**
 * Reads a picture's file in the form that a driver asked for.
 * @param path absolute
 * @param signal ends it while it still waits for its turn: nobody looks at that place any more
 * @param priority what goes first when several wait; `view` unless said
 * @throws Error when it cannot be read
 */
export type ReadPicture = (path: string, request: PictureRequest, signal?: AbortSignal, priority?: Priority) => Promise<PictureData>;

/** Reads it in this process, for programs that open no other. */
export const readPicture: ReadPicture = async (path, request) => {
  const { readImage } = await import('../../core/images/read-image.js');
  return readImage(path, request);
};
