import { writeSync } from 'node:fs';
import { renameConcept } from '../../src/core/dataset/create.js';
import { scanWorkspace } from '../../src/core/dataset/scan.js';
import { ChangedMeanwhile } from '../../src/core/journal/errors.js';
import type { Change } from '../../src/core/journal/change.js';
import { openJournal } from '../../src/core/journal/journal.js';
import { trainedPictures } from '../../src/core/session/visible.js';
import { addTags, moveTag, removeTags, replaceTag } from '../../src/core/tags/verbs.js';
import { after, digestOf, filesOf } from './files.js';

/*
 * Edits a workspace at random until it is killed: bulk verbs, renames, images left out, undo and redo of the last change
 * or of any. Tells the parent, a JSON line each, what the files will be before it begins, and that it is done.
 */
const [, , root = '', any = ''] = process.argv;
const journal = await openJournal(root);
const tags = ['fox', 'solo', 'day', 'night', 'smile', 'long_hair', 'park', 'walking'];

const oneOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

for (;;) {
  const files = filesOf(root);
  const dice = Math.random();
  if (dice < 0.55) await apply(await edit());
  else if (dice < 0.75) await take('undo');
  else if (dice < 0.9 || any === '') await take('redo');
  else await take(oneOf(['undo', 'redo'] as const), true);

  async function apply(change: Change): Promise<void> {
    if (change.entries.length === 0) return;
    begin('apply', change);
    await journal.apply(change);
    tell({ done: true });
  }

  /** @param older any change of the history in place of the last */
  async function take(direction: 'undo' | 'redo', older = false): Promise<void> {
    const wanted = (await journal.history()).filter(({ undone }) => undone === (direction === 'redo'));
    const id = older ? (wanted.length > 0 ? oneOf(wanted).id : undefined) : undefined;
    const outlook = wanted.length > 0 ? await journal.outlook(direction, id) : null;
    if (!outlook) return;
    begin(direction, outlook.refusal ? { ...outlook.change, entries: [] } : outlook.change);
    try {
      await journal[direction](id);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return void tell({ refused: error.message });
    }
    tell({ done: true });
  }

  function begin(what: string, change: Change): void {
    const next = after(files, change);
    const texts = change.entries.flatMap((entry) => (entry.kind === 'move' || entry.after === null ? [] : [entry.path]));
    tell({ begin: what, digest: digestOf(next), hashes: [...new Set(texts.map((path) => next.get(path)))] });
  }
}

async function edit(): Promise<Change> {
  const dataset = await scanWorkspace(root);
  const all = trainedPictures(dataset);
  const pictures = all.filter(() => Math.random() < 0.8);
  const scope = { pictures, concepts: dataset.concepts, captionExtension: '.txt' };
  const dice = Math.random();
  if (dice < 0.1) {
    const { folder } = oneOf(dataset.concepts);
    return renameConcept(dataset, folder, `${1 + Math.floor(Math.random() * 1e6)}_${folder.split('_')[1]}`);
  }
  if (dice < 0.2) {
    const [picture] = dataset.leftOut.length > 8 ? dataset.leftOut : [oneOf(all)];
    if (!picture) return { what: '', images: 0, entries: [] };
    const isOut = picture.path.startsWith('Left out/');
    const home = dataset.concepts[0]?.folder ?? '';
    const to = (path: string) => (isOut ? `${home}/${path.slice(path.lastIndexOf('/') + 1)}` : `Left out/${path}`);
    const paths = [picture.path, ...(picture.caption ? [picture.captionPath] : [])];
    return { what: `moved ${picture.name}`, images: 1, entries: paths.map((from) => ({ kind: 'move', from, to: to(from) })) };
  }
  const [tag, other] = [oneOf(tags), oneOf(tags)];
  if (dice < 0.5) return addTags(scope, [`${tag} ${Math.floor(Math.random() * 1000)}`], oneOf([undefined, 'first', 'last']));
  if (dice < 0.7) return removeTags(scope, [oneOf(pictures[0]?.tags ?? []) ?? tag]);
  if (dice < 0.9) return replaceTag(scope, tag, other);
  return moveTag(scope, tag, 'last');
}
