import { keepEdits } from '../../core/dataset/keep-edits.js';
import { differences, type Differences } from '../../core/dataset/differences.js';
import type { Dataset, Picture } from '../../core/dataset/model.js';
import type { Change } from '../../core/journal/change.js';
import type { SessionStore } from '../../core/session/session.js';

/** Reads parts of the workspace again, or all of it, while keys go on: what they edit meanwhile is never taken back by an older look. */
export class ReadAgain {
  /** How many edits of a caption are shown already and not written yet. */
  private readonly unwritten = new Map<string, number>();

  constructor(
    private readonly session: SessionStore,
    private readonly take: (dataset: Dataset) => void,
  ) {}

  /** A change that is shown is on its way to the disk. Gives the function to call when it is there, or refused. */
  underway({ entries }: Change): () => void {
    const paths = entries.flatMap((entry) => (entry.kind === 'text' ? [entry.path] : []));
    for (const path of paths) this.unwritten.set(path, (this.unwritten.get(path) ?? 0) + 1);
    return () => {
      for (const path of paths.splice(0)) {
        const left = (this.unwritten.get(path) ?? 0) - 1;
        if (left > 0) this.unwritten.set(path, left);
        else this.unwritten.delete(path);
      }
    };
  }

  /** Reads these captions. @param paths - relative to the workspace @returns what was not as in hand; null without a workspace */
  captions(paths: Iterable<string>): Promise<Differences | null> {
    return this.look(async (dataset) => {
      const { refreshCaptions } = await import('../../core/dataset/refresh.js');
      return refreshCaptions(dataset, paths);
    });
  }

  /** Reads the folders and all captions that changed. */
  all(): Promise<Differences | null> {
    return this.look(async (dataset, root) => {
      const { scanWorkspace } = await import('../../core/dataset/scan.js');
      return scanWorkspace(root, { previous: dataset });
    });
  }

  /** Takes over how the files of these images are now; their facts are to be read. Null when one of them is gone. */
  async images(pictures: readonly Picture[]): Promise<Differences | null> {
    const { stat } = await import('node:fs/promises');
    const { mapPictures } = await import('../../core/dataset/map-pictures.js');
    const now = new Map<number, { bytes: number; mtimeMs: number }>();
    const { root } = this.session.getState();
    for (const { id, path } of pictures) {
      const found = await stat(`${root}/${path}`).catch(() => null);
      if (!found) return null;
      now.set(id, { bytes: found.size, mtimeMs: found.mtimeMs });
    }
    return this.look(async (dataset) =>
      mapPictures(dataset, (picture) => {
        const found = now.get(picture.id);
        return !found || (found.bytes === picture.bytes && found.mtimeMs === picture.mtimeMs) ? picture : { ...picture, ...found, facts: null };
      }),
    );
  }

  private async look(read: (dataset: Dataset, root: string) => Promise<Dataset>): Promise<Differences | null> {
    const { dataset: before, root } = this.session.getState();
    if (!before || root === null) return null;
    const unwritten = new Set(this.unwritten.keys());
    const fresh = await read(before, root);
    const { dataset: now } = this.session.getState();
    // Another workspace may have been opened.
    if (now?.root !== before.root) return null;
    for (const path of this.unwritten.keys()) unwritten.add(path);
    const next = keepEdits(fresh, { before, now, unwritten });
    const found = differences(now, next);
    if (next !== now) this.take(next);
    return found;
  }
}
