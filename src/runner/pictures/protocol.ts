import type { ImageRequest } from '../../core/images/image-request.js';

/** A file as it was when the workspace was read; the path is absolute. */
export interface PictureFile {
  path: string;
  bytes: number;
  mtimeMs: number;
}

/** What the child process is asked for. */
export type Ask =
  /** → `ImageData` */
  | { what: 'read'; path: string; request: ImageRequest }
  /** → `Facts[]` */
  | { what: 'facts'; paths: readonly string[] }
  /** → `Decoded`, with the small thumbnail made on the way if it is wanted. */
  | { what: 'look'; path: string; thumbnail: boolean }
  /** → `boolean[]`: which have no small thumbnail. */
  | { what: 'lacking'; files: readonly PictureFile[] };

/** The variable that tells the child how many megabytes thumbnails may take. */
export const cacheVariable = 'LORADECK_CACHE_MB';

/** What goes to the child. */
export interface Question {
  id: number;
  ask: Ask;
}

/** What comes back: a value, or the sentence of an error. */
export interface Answer {
  id: number;
  value?: unknown;
  error?: string;
  /** The memory that the child takes, in bytes. */
  rss: number;
}
