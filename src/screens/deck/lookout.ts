import { join } from 'node:path';
import type { Dataset, Picture } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import { decodedBefore } from '../../core/images/decoded.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import { current, trainedPictures } from '../../core/session/visible.js';
import { JobCancelled, startJob, type Tell } from '../../runner/jobs/start-job.js';
import type { PictureReader } from '../../runner/pictures/picture-reader.js';

/** Changes come in bursts; the checks wait until this many milliseconds of quiet. */
const quietMs = 120;

/** How often progress is told, in milliseconds. */
const tellMs = 250;

/** For so many pictures at a time it is asked whether they have thumbnails. */
const askedAtOnce = 500;

/** Who opens the pictures' files in place of this process. */
export type Opener = Pick<PictureReader, 'facts' | 'look' | 'lacking' | 'atOnce'>;

/**
 * Looks at the pictures' files and runs the checks, in the background, whenever the dataset or the settings changed. What
 * only the pixels tell (D07, D15) comes later: all pictures are decoded once, and the checks run again when that is done. Their
 * thumbnails are made of the same pixels.
 */
export class Lookout {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running = false;
  private again = false;
  private closed = false;
  private looking: Promise<void> = Promise.resolve();
  private opening: Promise<void> = Promise.resolve();
  private decoding = false;
  private readonly withThumbnail = new WeakSet<Picture>();
  private readonly jobs = new Set<{ cancel(): void }>();

  constructor(
    private readonly session: SessionStore,
    private readonly take: (dataset: Dataset) => void,
    private readonly fail: (error: unknown) => void,
    private readonly opener?: Opener,
  ) {}

  /** Asks for a look; several calls in a row make one. */
  look(): void {
    if (this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.run();
    }, quietMs);
    this.timer.unref();
  }

  /** Drops what is going on in the background: another workspace was opened. */
  drop(): void {
    for (const job of this.jobs) job.cancel();
  }

  /** Drops it for good; resolves when nothing is going on any more. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.drop();
    await Promise.all([this.looking, this.opening]);
  }

  private async run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      await this.readFacts();
      if (this.closed) return;
      await this.check();
      this.opening = this.decode().catch((error: unknown) => this.failed(error));
    } catch (error) {
      this.failed(error);
    } finally {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.look();
      }
    }
  }

  /** A job that was dropped is no failure: the workspace that is open now is looked at in its place. */
  private failed(error: unknown): void {
    if (this.closed) return;
    if (error instanceof JobCancelled) this.look();
    else this.fail(error);
  }

  private async readFacts(): Promise<void> {
    const { dataset, root } = this.session.getState();
    if (!dataset || root === null || everyPicture(dataset).every((picture) => picture.facts !== null)) return;
    const { factsOf } = await import('../../core/images/read-all.js');
    const read = await this.work('reading the images', (onProgress, signal) => factsOf(dataset, { onProgress, signal, opener: this.opener }));
    const known = new Map(everyPicture(read).map((picture) => [picture.id, picture]));
    const now = this.session.getState().dataset;
    // A key may have changed a caption meanwhile: only the facts are taken over, and only of files that are still the same.
    const { mapPictures } = await import('../../core/dataset/map-pictures.js');
    if (now && now.root === root) {
      this.take(
        mapPictures(now, (picture) => {
          const found = known.get(picture.id);
          const isSame = found?.bytes === picture.bytes && found.mtimeMs === picture.mtimeMs;
          return picture.facts || !isSame ? picture : { ...picture, facts: found.facts };
        }),
      );
    }
  }

  private async check(): Promise<void> {
    const { dataset, settings } = this.session.getState();
    if (!dataset || !settings) return;
    const { runChecks } = await import('../../core/checks/run-checks.js');
    const { settingsFindings } = await import('./settings-findings.js');
    const { namesOf } = await import('../../core/checks/names.js');
    const names = await namesOf(siteOfWorkspace(settings.ours));
    const findings = [...(await runChecks(dataset, { decode: false, names })), ...(await settingsFindings(settings))];
    if (this.session.getState().dataset?.root === dataset.root) this.session.setState({ findings });
  }

  /** Decodes what was not decoded yet, then checks again. One at a time; another workspace ends it. */
  private async decode(): Promise<void> {
    const { dataset } = this.session.getState();
    if (!dataset || this.decoding || this.closed) return;
    const { decodeAll } = await import('../../core/images/read-all.js');
    const readable = this.fromCursor(dataset).filter((picture) => picture.facts?.error === null);
    const fresh = readable.filter((picture) => !decodedBefore(dataset.root, picture));
    this.decoding = true;
    try {
      if (fresh.length > 0) {
        await this.work('opening the images', (onProgress, signal) => decodeAll(dataset, fresh, { onProgress, signal, opener: this.opener }));
      }
      await this.makeThumbnails(dataset, readable.filter((picture) => decodedBefore(dataset.root, picture)?.error === null));
    } finally {
      this.decoding = false;
    }
    if (fresh.length > 0) this.look();
  }

  /** The pictures that are trained, those from the cursor on first: they are on the screen, or will be next. */
  private fromCursor(dataset: Dataset): readonly Picture[] {
    const { pictures, index } = current(this.session.getState());
    return [...new Set([...pictures.slice(index), ...pictures.slice(0, index), ...trainedPictures(dataset)])].filter((picture) =>
      dataset.concepts.some(({ folder }) => folder === picture.folder),
    );
  }

  /** Makes the thumbnails that are missing although their pictures were decoded in an earlier session. Asked once a session and picture. */
  private async makeThumbnails(dataset: Dataset, pictures: readonly Picture[]): Promise<void> {
    const { opener } = this;
    const unseen = pictures.filter((picture) => !this.withThumbnail.has(picture));
    if (!opener || unseen.length === 0) return;
    for (const picture of unseen) this.withThumbnail.add(picture);
    const files = unseen.map(({ path, bytes, mtimeMs }) => ({ path: join(dataset.root, path), bytes, mtimeMs }));
    const lacking: string[] = [];
    for (let at = 0; at < files.length && !this.closed; at += askedAtOnce) {
      const some = files.slice(at, at + askedAtOnce);
      const are = await opener.lacking(some);
      some.forEach(({ path }, i) => are[i] && lacking.push(path));
    }
    if (lacking.length === 0 || this.closed) return;
    const { inParallel } = await import('../../core/in-parallel.js');
    await this.work('making thumbnails', async (tell, signal) => {
      let done = 0;
      await inParallel(lacking, opener.atOnce, async (path) => {
        if (signal.aborted) return;
        await opener.look(path);
        tell(++done, lacking.length);
      });
    });
  }

  /** Runs long work as a job whose progress stands in the status line. */
  private async work<T>(what: string, work: (tell: Tell, signal: AbortSignal) => Promise<T>): Promise<T> {
    const job = startJob(what, work);
    this.jobs.add(job);
    // What is done at once need not be told.
    let last = Date.now();
    job.onProgress(() => {
      const now = Date.now();
      if (now - last < tellMs) return;
      last = now;
      this.session.setState({ work: { what, done: job.done, total: job.total } });
    });
    try {
      return await job.result;
    } finally {
      this.jobs.delete(job);
      this.session.setState({ work: null });
    }
  }
}
