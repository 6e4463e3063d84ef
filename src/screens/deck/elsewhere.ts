import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { differences, inASentence, joined, type Differences } from '../../core/dataset/differences.js';
import { isPicture } from '../../core/dataset/image-names.js';
import type { Dataset, Picture } from '../../core/dataset/model.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { SETTINGS_FILE } from '../../core/dataset/workspace.js';
import type { Journal } from '../../core/journal/journal.js';
import type { Message, SessionStore } from '../../core/session/session.js';
import type { News, WorkspaceWatch } from '../../runner/watch/watch-workspace.js';
import type { Deck } from './deck.js';
import type { ReadAgain } from './read-again.js';

export type { News } from '../../runner/watch/watch-workspace.js';

export type Watch = Pick<WorkspaceWatch, 'follow' | 'close'>;

/** Makes what watches the files of a workspace. */
export type WatchFiles = (tell: (news: News) => Promise<void>, trouble: (sentence: string) => void) => Watch;

/**
 * Takes over what other programs do in the workspace, and says it. Called while none of our own writes is under way; what we
 * wrote before is in hand already, so that nothing is found where it was heard of.
 */
export class Elsewhere {
  /** What was said last, so that more of the same adds to it. */
  private told: { message: Message | null; found: Differences; files: readonly string[] } | null = null;

  /** Captions of a change of another loradeck that was said, as far as they were not met with yet. */
  private named = new Set<string>();

  constructor(
    private readonly session: SessionStore,
    private readonly again: ReadAgain,
    private readonly say: Deck['say'],
  ) {}

  async take(news: News, journal: Journal | null): Promise<void> {
    const { dataset, root } = this.session.getState();
    if (!dataset || root === null) return;
    const latest = journal?.last;
    const files = news === 'all' || news.includes(SETTINGS_FILE) ? await this.settings(root) : [];
    const found = await this.look(news, dataset);
    if (this.session.getState().root !== root) return;
    // Another loradeck, or a command, writes the same history.
    await journal?.history();
    const other = journal?.last.undo;
    if (journal && other && Number(other.id) > Number(latest?.undo?.id ?? 0)) {
      this.say(`Another loradeck: ${other.what}.`);
      const change = await journal.change(other.id);
      this.named = new Set(change?.entries.flatMap((entry) => (entry.kind === 'text' ? [entry.path] : [])));
    }
    // Its files may come to be heard of bit by bit.
    this.tell({ ...found, captions: new Set([...found.captions].filter((path) => !this.named.delete(path))) }, files);
  }

  private async look(news: News, dataset: Dataset): Promise<Differences> {
    const nothing = differences(dataset, dataset);
    if (news === 'all') return (await this.again.all()) ?? nothing;
    const { captions, images, isMore } = await sorted(news, dataset);
    if (isMore) return (await this.again.all()) ?? nothing;
    const wrote = captions.length > 0 ? await this.again.captions(captions) : null;
    const drawn = images.length > 0 ? ((await this.again.images(images)) ?? (await this.again.all())) : null;
    return joined(wrote ?? nothing, drawn ?? nothing);
  }

  /** The names of files besides captions and images that were written. */
  private async settings(root: string): Promise<string[]> {
    const { loadSettings } = await import('../../core/settings/file.js');
    const fresh = await loadSettings(root);
    const { settings } = this.session.getState();
    if (settings?.text === fresh.text && settings.broken === fresh.broken) return [];
    this.session.setState({ settings: fresh });
    return [SETTINGS_FILE];
  }

  private tell(found: Differences, files: readonly string[]): void {
    if (inASentence(found, files) === '') return;
    const goesOn = this.told !== null && this.session.getState().message === this.told.message;
    const all = goesOn && this.told ? joined(this.told.found, found) : found;
    const named = [...new Set([...(goesOn ? (this.told?.files ?? []) : []), ...files])];
    this.say(inASentence(all, named));
    this.told = { message: this.session.getState().message, found: all, files: named };
  }
}

/** What of the news are captions, what images, and whether it takes a look at everything to tell. */
async function sorted(news: readonly string[], dataset: Dataset): Promise<{ captions: string[]; images: Picture[]; isMore: boolean }> {
  const wanted = new Set(news);
  const captions = new Set<string>();
  const images: Picture[] = [];
  const folders = new Set<string>();
  const stems = new Set<string>();
  for (const picture of everyPicture(dataset)) {
    const { path, captionPath } = picture;
    if (wanted.has(captionPath)) captions.add(captionPath);
    if (wanted.has(path)) images.push(picture);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
    const own = path.slice(0, path.length - picture.name.length + picture.stem.length) + dataset.captionExtension;
    if (own !== captionPath && wanted.has(own)) stems.add(own);
  }
  const known = new Set([...captions, ...images.map(({ path }) => path), SETTINGS_FILE]);
  const ignored = new Set(dataset.others.filter(({ kind }) => kind === 'ignored').map(({ folder }) => folder));
  for (const path of wanted) {
    if (known.has(path)) continue;
    const [top = ''] = path.split('/');
    if (path !== top && ignored.has(top)) continue;
    if (stems.has(path) || isPicture(path.slice(path.lastIndexOf('/') + 1)) || folders.has(path) || (await isFolder(join(dataset.root, path)))) {
      return { captions: [...captions], images, isMore: true };
    }
  }
  return { captions: [...captions], images, isMore: wanted.has(SETTINGS_FILE) };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
