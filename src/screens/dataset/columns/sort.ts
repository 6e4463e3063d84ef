import { sortNames, type Sort, type SortName } from '../../../core/session/columns.js';
import type { Deck } from '../../deck/deck.js';
import { choose } from '../../parts/choose.js';
import { keepPlace } from '../step.js';
import { columns } from './columns.js';

/** Sorts by a column; again turns it around, a third time brings the dataset's own order back. */
export function turnSort(deck: Deck, by: SortName): void {
  const { sort } = deck.preferences.getState();
  if (sort?.by !== by) return setSort(deck, { by, descending: false });
  setSort(deck, sort.descending ? null : { by, descending: true });
}

/** Turns the order around. */
export function reverse(deck: Deck): void {
  const { sort } = deck.preferences.getState();
  if (!sort) return deck.say('The images stand in the order of the dataset, as the trainer reads them; s sorts them.');
  setSort(deck, { ...sort, descending: !sort.descending });
}

/** Asks for the column to sort by. */
export function chooseSort(deck: Deck): void {
  choose(deck, 'sort the images by', [
    { label: 'nothing: the order of the dataset', about: 'As the trainer reads them: folder by folder, by name.', run: () => setSort(deck, null) },
    ...sortNames.map((by) => ({ label: columns[by].heading, about: columns[by].about, run: () => setSort(deck, { by, descending: false }) })),
  ]);
}

/** The cursor keeps its picture, wherever it stands now. */
function setSort(deck: Deck, sort: Sort | null): void {
  keepPlace(deck, () => deck.preferences.setState({ sort }));
}
