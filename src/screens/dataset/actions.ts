import { likeQuery } from '../../core/dataset/query/tag-query.js';
import { current, folders, visible } from '../../core/session/visible.js';
import { counted } from '../../core/words.js';
import type { Action, Deck } from '../deck/deck.js';
import { newConcept } from '../parts/new-concept.js';
import { editInEditor } from '../parts/edit-in-editor.js';
import { compare } from './closeup/compare.js';
import { zoom } from './closeup/zoom.js';
import { chooseColumns } from './columns/choose-columns.js';
import { chooseSort, reverse } from './columns/sort.js';
import { editFilter } from './filter.js';
import { suitingTile, tileSizes } from './layout.js';
import { changeRepeats } from './repeats.js';
import { chooseFilter, takeFilter } from './saved-filters.js';
import { keepPlace, layout, step } from './step.js';
import { datasetView } from './view.js';

/** What the keys of the Dataset screen do. */
export const datasetActions: Record<string, Action> = {
  'dataset.left': (deck) => step(deck, -1),
  'dataset.right': (deck) => step(deck, 1),
  'dataset.up': (deck) => step(deck, -layout(deck).perRow),
  'dataset.down': (deck) => step(deck, layout(deck).perRow),
  'dataset.page-up': (deck) => step(deck, -layout(deck).perRow * layout(deck).rows),
  'dataset.page-down': (deck) => step(deck, layout(deck).perRow * layout(deck).rows),
  'dataset.first': (deck) => step(deck, -Infinity),
  'dataset.last': (deck) => step(deck, Infinity),
  'dataset.next-folder': (deck) => turnFolder(deck, 1),
  'dataset.previous-folder': (deck) => turnFolder(deck, -1),
  'dataset.mark': (deck) => {
    const { picture } = current(deck.session.getState());
    if (!picture) return;
    mark(deck, [picture.id], (marked) => !marked);
    step(deck, 1);
  },
  'dataset.mark-all': (deck) => {
    const { pictures } = visible(deck.session.getState());
    mark(deck, pictures.map((picture) => picture.id), () => true);
    deck.say(`Marked ${counted(pictures.length, 'image')}.`);
  },
  'dataset.invert': (deck) => {
    const { pictures } = visible(deck.session.getState());
    mark(deck, pictures.map((picture) => picture.id), (marked) => !marked);
  },
  'dataset.clear': (deck) => {
    const { filter } = deck.session.getState();
    deck.session.setState(filter === '' ? { marks: new Set() } : { filter: '' });
    step(deck, 0);
  },
  'dataset.filter': (deck) => editFilter(deck),
  'dataset.saved-filters': (deck) => chooseFilter(deck),
  'dataset.like': (deck) => {
    const { picture } = current(deck.session.getState());
    if (picture) takeFilter(deck, likeQuery(picture.path));
  },
  'dataset.tag': (deck) => {
    const { picture } = current(deck.session.getState());
    if (picture) deck.session.setState({ screen: 'tags', cursor: picture.id });
  },
  'dataset.layout': (deck) =>
    keepPlace(deck, () => deck.preferences.setState(({ mode }) => ({ mode: mode === 'grid' ? 'list' : 'grid' }))),
  'dataset.larger': (deck) => resize(deck, 1),
  'dataset.smaller': (deck) => resize(deck, -1),
  'dataset.zoom': (deck) => zoom(deck),
  'dataset.compare': (deck) => compare(deck),
  'dataset.columns': (deck) => chooseColumns(deck),
  'dataset.sort': (deck) => chooseSort(deck),
  'dataset.reverse': (deck) => reverse(deck),
  'dataset.editor': (deck) => editInEditor(deck),
  'dataset.new-concept': (deck) => newConcept(deck),
  'dataset.repeats': (deck) => changeRepeats(deck),
};

function turnFolder(deck: Deck, delta: number): void {
  const { dataset, folder } = deck.session.getState();
  const all = folders(dataset);
  const at = Math.max(0, all.indexOf(folder));
  deck.session.setState({ folder: all[(at + delta + all.length) % all.length] ?? null, cursor: null });
  deck.view(datasetView).setState({ first: 0 });
  step(deck, 0);
}

function mark(deck: Deck, ids: readonly number[], next: (marked: boolean) => boolean): void {
  const marks = new Set(deck.session.getState().marks);
  for (const id of ids) {
    if (next(marks.has(id))) marks.add(id);
    else marks.delete(id);
  }
  deck.session.setState({ marks });
}

function resize(deck: Deck, delta: number): void {
  const { list } = layout(deck);
  const { tile } = deck.preferences.getState();
  const size = (tile ?? suitingTile({ height: list.height - 3 })) + delta;
  keepPlace(deck, () => deck.preferences.setState({ tile: Math.max(0, Math.min(tileSizes.length - 1, size)), mode: 'grid' }));
}
