import { folders, trainedPictures } from '../../../core/session/visible.js';
import { tagQuery } from '../../../core/dataset/query/tag-query.js';
import { frequencies, frequencyKinds, frequencyOrders, listed, type Frequency } from '../../../core/tags/frequencies.js';
import type { Deck } from '../../deck/deck.js';
import { bodyRows } from '../../parts/body.js';
import { move, scrollTo } from '../../parts/scroll.js';
import { bulkAdd, bulkRemove } from '../bulk.js';
import { targetOf, type Target } from '../scope.js';
import { openSweep } from '../sweep/open.js';
import { verbMenuFor } from '../verbs/menu.js';
import { bulkReplace } from '../verbs/replace.js';
import { frequenciesView } from './view.js';

/** What the keys of the list do; `frequencies.filter`, `frequencies.help` and `frequencies.leave` belong to its overlay. */
export const frequenciesActions: Readonly<Record<string, (deck: Deck, close: () => void) => void | Promise<void>>> = {
  'frequencies.down': (deck) => walk(deck, 1),
  'frequencies.up': (deck) => walk(deck, -1),
  'frequencies.page-down': (deck) => walk(deck, seenRows(deck) - 1),
  'frequencies.page-up': (deck) => walk(deck, 1 - seenRows(deck)),
  'frequencies.first': (deck) => walk(deck, -Infinity),
  'frequencies.last': (deck) => walk(deck, Infinity),
  'frequencies.kind': (deck) => deck.view(frequenciesView).setState(({ kind }) => ({ kind: after(frequencyKinds, kind), at: 0, first: 0 })),
  'frequencies.order': (deck) => deck.view(frequenciesView).setState(({ order }) => ({ order: after(frequencyOrders, order), at: 0, first: 0 })),
  'frequencies.images': (deck, close) => showImages(deck, close),
  'frequencies.replace': (deck) => withTag(deck, ({ tag }) => bulkReplace(deck, tag, everywhere(deck))),
  'frequencies.remove': (deck) => withTag(deck, ({ tag }) => bulkRemove(deck, tag, everywhere(deck))),
  'frequencies.add': (deck) => withTag(deck, (row) => bulkAdd(deck, having(deck, row))),
  'frequencies.verbs': (deck) => withTag(deck, ({ tag, count }) => verbMenuFor(deck, tag, [{ pictures: picturesWith(deck, tag), name: `with “${tag}”` }, ...(count === 0 ? [] : [everything(deck)])])),
  'frequencies.sweep': (deck, close) =>
    withTag(deck, ({ tag }) => {
      close();
      openSweep(deck, tag);
    }),
  'frequencies.undo': async (deck) => void (await deck.undo()),
  'frequencies.redo': async (deck) => void (await deck.redo()),
};

/** The tags that are listed now, and the one under the cursor. */
export function listedTags(deck: Deck): { rows: readonly Frequency[]; row: Frequency | null } {
  const { dataset } = deck.session.getState();
  const { order, kind, text, typing, at } = deck.view(frequenciesView).getState();
  if (!dataset) return { rows: [], row: null };
  const rows = listed(frequencies(dataset), { order, kind, text: typing?.text ?? text });
  return { rows, row: rows[Math.min(at, rows.length - 1)] ?? null };
}

/** Rows of the list that are seen at once. */
function seenRows(deck: Deck): number {
  return Math.max(1, bodyRows(deck.room().rows) - 4);
}

/** Moves the cursor, and the window after it. */
export function walk(deck: Deck, by: number): void {
  const { rows } = listedTags(deck);
  const view = deck.view(frequenciesView);
  const { at, first } = view.getState();
  const next = move(Math.min(at, Math.max(0, rows.length - 1)), by, rows.length);
  view.setState({ at: Math.max(0, next), first: scrollTo(first, Math.max(0, next), rows.length, seenRows(deck)) });
}

function after<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one;
}

function withTag(deck: Deck, run: (row: Frequency) => void): void {
  const { row } = listedTags(deck);
  if (row) run(row);
  else deck.say('There is no tag here.');
}

function picturesWith(deck: Deck, tag: string) {
  const { dataset } = deck.session.getState();
  const ids = deck.index.picturesWith(tag);
  return dataset ? trainedPictures(dataset).filter(({ id }) => ids.has(id)) : [];
}

function everything(deck: Deck) {
  const { dataset } = deck.session.getState();
  return { pictures: dataset ? trainedPictures(dataset) : [], name: 'in all concepts' };
}

function everywhere(deck: Deck): Target {
  return targetOf(deck, everything(deck));
}

function having(deck: Deck, { tag }: Frequency): Target {
  return targetOf(deck, { pictures: picturesWith(deck, tag), name: `with “${tag}”` });
}

/** Goes to the images with the tag; the filter that was there comes back with the list. */
function showImages(deck: Deck, close: () => void): void {
  withTag(deck, ({ tag, first }) => {
    const { filter, folder, dataset } = deck.session.getState();
    const ours = tagQuery(tag);
    const view = deck.view(frequenciesView);
    view.setState({ before: { filter, folder, ours } });
    close();
    deck.session.setState({ screen: 'dataset', filter: ours, folder: folders(dataset)[0] ?? null, cursor: first.id });
    deck.say(`The images with “${tag}”: 2 f goes back to the list, esc shows all.`);
  });
}

/** Gives Dataset back what it showed before, when it still shows what the list had put there. */
export function restoreFilter(deck: Deck): void {
  const view = deck.view(frequenciesView);
  const { before } = view.getState();
  if (before && deck.session.getState().filter === before.ours) deck.session.setState({ filter: before.filter, folder: before.folder });
  view.setState({ before: null });
}
