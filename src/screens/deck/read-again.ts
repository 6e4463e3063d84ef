import { keepEdits } from '../../core/dataset/keep-edits.js';
import type { Dataset } from '../../core/dataset/model.js';
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

  /** Reads these captions. @param paths - relative to the workspace */
  captions(paths: Iterable<string>): Promise<void> {
    return this.look(async (dataset) => {
      const { refreshCaptions } = await import('../../core/dataset/refresh.js');
      return refreshCaptions(dataset, paths);
    });
  }

  /** Reads the folders and all captions that changed. */
  all(): Promise<void> {
    return this.look(async (dataset, root) => {
      const { scanWorkspace } = await import('../../core/dataset/scan.js');
      return scanWorkspace(root, { previous: dataset });
    });
  }

  private async look(read: (dataset: Dataset, root: string) => Promise<Dataset>): Promise<void> {
    const { dataset: before, root } = this.session.getState();
    if (!before || root === null) return;
    const unwritten = new Set(this.unwritten.keys());
    const fresh = await read(before, root);
    const { dataset: now } = this.session.getState();
    // Another workspace may have been opened.
    if (now?.root !== before.root) return;
    for (const path of this.unwritten.keys()) unwritten.add(path);
    const next = keepEdits(fresh, { before, now, unwritten });
    if (next !== now) this.take(next);
  }
}
