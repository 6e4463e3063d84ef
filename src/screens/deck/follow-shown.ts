import { join } from 'node:path';
import { mapPictures } from '../../core/dataset/map-pictures.js';
import type { Dataset, Picture } from '../../core/dataset/model.js';
import { unreadable } from '../../core/images/facts.js';
import type { SessionStore } from '../../core/session/session.js';
import { current } from '../../core/session/visible.js';
import type { FileNow, ShownFiles } from '../../runner/pictures/watch-shown.js';
import type { Pictures } from './pictures.js';

/** Files often change together; so many milliseconds of them are taken over at once. */
const togetherMs = 50;

/** Makes what watches files. */
export type WatchFiles = (tell: (path: string, now: FileNow) => void) => Pick<ShownFiles, 'show' | 'close'>;

interface Parts {
  session: SessionStore;
  pictures: Pictures;
  watch: WatchFiles;
  /** Makes a dataset the session's; what has no facts is read again. */
  take: (dataset: Dataset) => void;
}

/**
 * Keeps the pictures that are in view, and that of the cursor, in step with their files: one that another program wrote is read and shown
 * anew, one that it took away is shown as one that cannot be read. Gives the function that ends it.
 */
export function followShown({ session, pictures, watch, take }: Parts): () => Promise<void> {
  const changed = new Map<string, FileNow>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let soon: ReturnType<typeof setImmediate> | null = null;

  const files = watch((path, now) => {
    changed.set(path, now);
    timer ??= setTimeout(takeOver, togetherMs);
  });

  function takeOver(): void {
    timer = null;
    const { dataset } = session.getState();
    if (!dataset) return changed.clear();
    const next = mapPictures(dataset, (picture) => {
      const now = changed.get(join(dataset.root, picture.path));
      return now === undefined ? picture : asNow(picture, now);
    });
    changed.clear();
    if (next !== dataset) take(next);
  }

  /** Once a key's work is done. */
  function look(): void {
    soon ??= setImmediate(() => {
      soon = null;
      const state = session.getState();
      const { root, dataset } = state;
      if (root === null || !dataset || dataset.root !== root) return;
      const shown = new Set(pictures.wanted());
      const { picture } = current(state);
      if (picture) shown.add(picture);
      files.show([...shown].map(({ path, bytes, mtimeMs }) => ({ path: join(root, path), bytes, mtimeMs })));
    });
  }

  const ends = [pictures.subscribe(look), session.subscribe((now, before) => (now.cursor !== before.cursor || now.dataset !== before.dataset) && look())];
  return async () => {
    for (const end of ends) end();
    if (timer) clearTimeout(timer);
    if (soon) clearImmediate(soon);
    await files.close();
  };
}

function asNow(picture: Picture, now: FileNow): Picture {
  if (now && now.bytes === picture.bytes && now.mtimeMs === picture.mtimeMs) return picture;
  return now ? { ...picture, ...now, facts: null } : { ...picture, bytes: 0, mtimeMs: 0, facts: unreadable('The file is not there any more.') };
}
