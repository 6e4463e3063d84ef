import { access, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../own-folders.js';
import type { Pixels } from '../bmp-pixels.js';
import { decode, type Decoded } from '../decode.js';
import type { ImageData, ImageRequest } from '../image-request.js';
import { readImage } from '../read-image.js';
import { fitted, shrink } from '../shrink.js';
import { Identities, type Stamp } from './identities.js';
import { identify } from './identity.js';
import { readThumbnail, writeThumbnail } from './thumbnail-file.js';
import { trimThumbnails } from './trim.js';

/** The longest sides of thumbnails, in pixels: for the grid, and for a large picture on a slow line. */
export const thumbnailSides = [160, 384] as const;
type Side = (typeof thumbnailSides)[number];

/** The limit unless another is given, in bytes. */
const mostBytes = 512 * 1024 * 1024;

interface Options {
  /** Absolute; that of the user's cache unless given. */
  folder?: string;
  /** All thumbnails together are kept below this; 0 keeps none, nor anything else of pictures. */
  mostBytes?: number | undefined;
}

/**
 * Pictures as they are wanted, small ones from thumbnails on disk. A thumbnail is kept under a name that the bytes of the file give:
 * the same picture in two places has one, a file that was renamed keeps its, and a file that was changed has another.
 */
export class Thumbnails {
  private readonly folder: string;
  private readonly most: number;
  private readonly identities: Identities;
  /** Those being made, so that nothing is decoded twice at once. */
  private readonly making = new Map<string, Promise<Pixels>>();
  private readonly writing = new Set<Promise<void>>();
  /** What all of them take; null before it was looked at. */
  private total: number | null = null;
  private trimming: Promise<void> | null = null;

  constructor({ folder = join(cacheFolder(), 'thumbnails'), mostBytes: most = mostBytes }: Options = {}) {
    this.folder = folder;
    this.most = most;
    this.identities = new Identities(join(folder, 'known'));
  }

  /**
   * Reads a picture as it is wanted: from a thumbnail where one is large enough, which is made when it is not there, else from its file.
   * @param path absolute @throws Error when it cannot be read
   */
  async read(path: string, request: ImageRequest): Promise<ImageData> {
    const side = request.region || this.most === 0 ? undefined : thumbnailSides.find((one) => one >= Math.max(request.width, request.height));
    if (side === undefined) return readImage(path, request);
    const stamp = await stampOf(path);
    const known = await this.identities.find(path, stamp);
    const { identity, bytes } = known === undefined ? await this.identify(path, stamp) : { identity: known, bytes: null };
    const ready = await readThumbnail(this.fileOf(identity, side));
    if (ready) {
      const size = fitted(ready, request);
      if (request.as === 'rgb' && size.width <= ready.tiny.width && size.height <= ready.tiny.height) return { as: 'rgb', ...shrink(ready.tiny, size) };
      return readImage(ready.picture, request);
    }
    return readImage(await this.make(bytes ?? path, identity, side), request);
  }

  /**
   * Decodes a whole picture to see what only its pixels tell (D07, D15), and makes its small thumbnail of the same pixels.
   * @param path absolute
   */
  async look(path: string): Promise<Decoded> {
    if (this.most === 0) return decode(path);
    let small: Pixels | undefined;
    try {
      const stamp = await stampOf(path);
      const { identity, bytes } = await this.identify(path, stamp);
      const decoded = await decode(path, { bytes, side: thumbnailSides[0], take: (pixels) => (small = pixels) });
      if (small) this.write(identity, thumbnailSides[0], small);
      return decoded;
    } catch {
      // Not there, or not to be read: that is said better by who looks at the file alone.
      return decode(path);
    }
  }

  /** Which of these files have no small thumbnail yet. None when there is no more room for those of all. @param files paths absolute */
  async lacking(files: readonly ({ path: string } & Stamp)[]): Promise<boolean[]> {
    if (this.most === 0) return files.map(() => false);
    if (this.total === null) await this.trim();
    if ((this.total ?? 0) > this.most * 0.9) return files.map(() => false);
    const lacking: boolean[] = [];
    for (const { path, ...stamp } of files) {
      const identity = await this.identities.find(path, stamp);
      lacking.push(identity === undefined || !(await access(this.fileOf(identity, thumbnailSides[0])).then(() => true, () => false)));
    }
    return lacking;
  }

  /** Resolves when everything that was learnt is written. */
  async settled(): Promise<void> {
    await Promise.all(this.writing);
    await this.trimming;
    await this.identities.write();
  }

  /** Keeps all thumbnails together below their limit. */
  async trim(): Promise<void> {
    this.trimming ??= this.free()
      .then((left) => {
        this.total = left;
      })
      .finally(() => (this.trimming = null));
    await this.trimming;
  }

  /** Gives the bytes that are left. */
  private async free(): Promise<number> {
    if (this.most > 0) return trimThumbnails(this.folder, this.most);
    await rm(this.folder, { recursive: true, force: true }).catch(() => {});
    return 0;
  }

  private async identify(path: string, stamp: Stamp) {
    const found = await identify(path, stamp.bytes);
    const before = await this.identities.keep(path, stamp, found.identity);
    // The file had other bytes: what was made of them is stale.
    if (before !== undefined) for (const side of thumbnailSides) await rm(this.fileOf(before, side), { force: true }).catch(() => {});
    return found;
  }

  private make(source: string | Uint8Array, identity: string, side: Side): Promise<Pixels> {
    const key = `${identity} ${side}`;
    let made = this.making.get(key);
    if (!made) {
      made = readImage(source, { as: 'rgb', width: side, height: side }, { enlarge: false });
      this.making.set(key, made);
      made
        .then((pixels) => this.write(identity, side, pixels))
        .catch(() => {})
        .finally(() => this.making.delete(key));
    }
    return made;
  }

  /** In the background: who asked for the picture has it already. */
  private write(identity: string, side: Side, pixels: Pixels): void {
    const writing = writeThumbnail(this.fileOf(identity, side), pixels).then((bytes) => {
      if (this.total === null || (this.total += bytes) > this.most) void this.trim();
      this.writing.delete(writing);
    });
    this.writing.add(writing);
  }

  private fileOf(identity: string, side: Side): string {
    return join(this.folder, identity.slice(0, 2), `${identity}-${side}.webp`);
  }
}

async function stampOf(path: string): Promise<Stamp> {
  const { size, mtimeMs } = await stat(path);
  return { bytes: size, mtimeMs };
}
