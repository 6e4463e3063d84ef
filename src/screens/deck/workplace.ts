import path from 'node:path';
import type { Change } from '../../core/journal/change.js';
import type { Journal } from '../../core/journal/journal.js';
import type { Session, SessionStore } from '../../core/session/session.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { trainedPictures, current, folders } from '../../core/session/visible.js';
import { withCaptions } from '../../core/dataset/with-captions.js';
import type { Dataset } from '../../core/dataset/model.js';
import { explainError } from '../../core/system-error.js';
import { listed } from '../../core/words.js';
import type { TagIndex } from '../../core/tags/tag-index.js';
import type { Deck } from './deck.js';
import { Lookout, type Opener } from './lookout.js';
import { Elsewhere, type News, type Watch, type WatchFiles } from './elsewhere.js';
import { ReadAgain } from './read-again.js';
import type { Runs } from './runs.js';

/** The workspace that is open: reads it, writes to it through the journal, and keeps the session in step. */
export class Workplace {
  private journal: Journal | null = null;
  /** Writes go one after the other, in the order of the keys. */
  private writing: Promise<unknown> = Promise.resolve();
  private opening: Promise<unknown> = Promise.resolve();
  private readonly lookout: Lookout;
  private readonly again: ReadAgain;
  private readonly elsewhere: Elsewhere;
  private readonly watch: Watch | undefined;

  constructor(
    private readonly session: SessionStore,
    private readonly index: TagIndex,
    private readonly runs: Runs,
    private readonly say: Deck['say'],
    opener?: Opener,
    watchFiles?: WatchFiles,
  ) {
    this.lookout = new Lookout(
      session,
      (dataset) => this.take(dataset),
      (error) => say(`The checks could not be run: ${explainError(error)}`, 'error'),
      opener,
    );
    this.again = new ReadAgain(session, (dataset) => this.take(dataset));
    this.elsewhere = new Elsewhere(session, this.again, say);
    this.watch = watchFiles?.((news) => this.takeOver(news), (sentence) => say(sentence, 'warn'));
  }

  open(root: string): Promise<boolean> {
    const opening = this.begin(root);
    this.opening = opening;
    return opening;
  }

  private async begin(root: string): Promise<boolean> {
    const full = path.resolve(root.replace(/^~(?=\/|$)/, process.env['HOME'] ?? '~'));
    try {
      void this.watch?.follow(full);
      const { scanWorkspace } = await import('../../core/dataset/scan.js');
      const dataset = await scanWorkspace(full);
      const { loadSettings } = await import('../../core/settings/file.js');
      const { isWorkspace } = await import('../../core/dataset/workspace.js');
      const settings = await loadSettings(full);
      const known = await isWorkspace(full);
      const { isSampleWorkspace } = await import('../../runner/sample-workspace.js');
      const demo = isSampleWorkspace(full);
      await this.writing;
      this.journal = null;
      this.session.setState({
        root: full,
        demo,
        settings,
        undo: null,
        redo: null,
        message: null,
        marks: new Set(),
        filter: '',
        cursor: null,
        runs: [],
        findings: null,
      });
      this.take(dataset);
      // A folder that only holds originals is on its way to be a workspace: the welcome screen asks for goal and style.
      const begun = settings.text !== null || dataset.concepts.length > 0 || settings.broken !== null;
      const ready = known && begun && !dataset.isConceptFolder;
      this.session.setState({ folder: folders(dataset)[0] ?? null, screen: ready ? 'dataset' : 'welcome' });
      if (!ready) return true;
      // Only a workspace gets a `.loradeck` folder; opening also rolls back what a crash left half done.
      await this.openJournal(full);
      const { rememberWorkspace } = await import('../../runner/known-workspaces.js');
      await rememberWorkspace(full);
      this.lookout.drop();
      this.lookout.look();
      await this.runs.open(full);
      return true;
    } catch (error) {
      // What was open stays open; with nothing open the welcome screen offers a way on.
      const { dataset, root: open } = this.session.getState();
      if (dataset === null) this.session.setState({ root: null, screen: 'welcome' });
      else if (open !== null) void this.watch?.follow(open);
      this.say(explainError(error), 'error');
      return false;
    }
  }

  /** Resolves when everything that was asked for is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  /** Ends what goes on in the background, once everything is written. */
  async leave(): Promise<void> {
    await this.watch?.close();
    await this.settled();
    await this.lookout.close();
  }

  async reload(): Promise<void> {
    const { root } = this.session.getState();
    if (root === null) return;
    try {
      const { loadSettings } = await import('../../core/settings/file.js');
      const [settings] = await Promise.all([loadSettings(root), this.again.all()]);
      if (this.session.getState().root === root) this.session.setState({ settings });
      this.lookout.look();
    } catch (error) {
      this.say(explainError(error), 'error');
    }
  }

  async apply(change: Change): Promise<boolean> {
    const { dataset, root } = this.session.getState();
    if (!dataset || root === null) return false;
    const shown = withCaptions(dataset, change);
    if (shown) this.take(shown);
    const arrived = this.again.underway(change);
    return this.write(async () => {
      const journal = this.journal ?? (await this.openJournal(root));
      const { merged } = await journal.apply(change).finally(arrived);
      if (!shown) await this.reload();
      else if (merged.length > 0) await this.again.captions(merged);
      this.say(`${change.what}${together(merged)}`, 'good');
    });
  }

  /** Takes back, or brings back, the last change or the one named. False = refused, or there is none. */
  async takeBack(direction: 'undo' | 'redo', id?: string): Promise<boolean> {
    let done = false;
    await this.write(async () => {
      const taken = await this.journal?.[direction](id);
      if (!taken) return this.say(direction === 'undo' ? 'There is nothing to take back.' : 'There is nothing to bring back.');
      await this.reload();
      const nothing = taken.change.entries.length === 0 ? ' (nothing of it was left)' : together(taken.merged);
      this.say(`${direction === 'undo' ? 'took back' : 'brought back'}: ${taken.recorded.what}${nothing}`, 'good');
      done = true;
    });
    return done;
  }

  /** Takes over what other programs did, in turn with our own writes, so that none of those is taken for it. */
  takeOver(news: News): Promise<void> {
    const turn = this.writing.then(() => this.elsewhere.take(news, this.journal)).catch((error: unknown) => this.say(explainError(error), 'error'));
    this.writing = turn;
    return turn.then(() => {
      this.readHistory();
      this.lookout.look();
    });
  }

  /** The history, once what was asked for before is written; null where there is none yet. */
  async history(): Promise<Journal | null> {
    await this.opening;
    await this.writing;
    return this.journal;
  }

  /** Runs a write after those before it; a refusal is said, and the workspace read again as it really is. */
  private write(task: () => Promise<void>): Promise<boolean> {
    const run = this.writing.then(async () => {
      try {
        await task();
        this.readHistory();
        this.lookout.look();
        return true;
      } catch (error) {
        await this.reload();
        this.say(explainError(error), 'error');
        return false;
      }
    });
    this.writing = run;
    return run;
  }

  private async openJournal(root: string): Promise<Journal> {
    const { openJournal } = await import('../../core/journal/journal.js');
    this.journal = await openJournal(root);
    this.readHistory();
    const [recovery] = this.journal.recovered;
    if (recovery) this.say(`A change was cut short by a crash and taken back: ${recovery.what}`, 'warn');
    return this.journal;
  }

  private readHistory(): void {
    if (this.journal) this.session.setState(this.journal.last);
  }

  /** Makes a dataset the session's: tags indexed, cursor and marks kept where their pictures still are. */
  private take(dataset: Dataset): void {
    const pictures = trainedPictures(dataset);
    const ids = new Set(pictures.map((picture) => picture.id));
    for (const id of this.indexed) if (!ids.has(id)) this.index.remove(id);
    for (const picture of pictures) this.index.update(picture);
    this.indexed = ids;
    this.followFolders(dataset);
    const { marks, folder } = this.session.getState();
    const all = new Set(everyPicture(dataset).map((picture) => picture.id));
    const kept = [...marks].filter((id) => all.has(id));
    const next: Partial<Session> = { dataset };
    if (kept.length !== marks.size) next.marks = new Set(kept);
    if (!folders(dataset).includes(folder)) next.folder = folders(dataset)[0] ?? null;
    this.session.setState(next);
    const { picture } = current(this.session.getState());
    if (picture && picture.id !== this.session.getState().cursor) this.session.setState({ cursor: picture.id });
  }

  private indexed: ReadonlySet<number> = new Set();

  /** Folders that came with a look at all of it are watched from now on. */
  private followFolders(dataset: Dataset): void {
    const { dataset: before, root } = this.session.getState();
    if (before === null || before.root !== dataset.root || root !== dataset.root) return;
    const isScan = before.others !== dataset.others;
    if (isScan) void this.watch?.follow(root);
  }
}

/** What is said of files that were merged with what another program wrote. */
function together(merged: readonly string[]): string {
  return merged.length === 0 ? '' : `, together with what was written in ${listed(merged.map((file) => file.split('/').at(-1) ?? file))} since`;
}
