import type { Dataset } from '../../../core/dataset/model.js';
import { frequencies } from '../../../core/tags/frequencies.js';
import { counted } from '../../../core/words.js';
import type { Deck } from '../../deck/deck.js';
import { listedTags } from './actions.js';
import { frequenciesView } from './view.js';

/** The list of tags for the ear: the tag under the cursor with its counts. */
export function sayFrequencies(deck: Deck, dataset: Dataset | null): string[] {
  if (!dataset) return [];
  const { order, kind, at } = deck.view(frequenciesView).getState();
  const { rows, row } = listedTags(deck);
  const { images } = frequencies(dataset);
  const lines = [`${counted(rows.length, 'tag')}, ${kind}, ${order}`];
  if (!row) return [...lines, 'no tag is like that'];
  const each = dataset.concepts.map(({ folder }, concept) => `${row.concepts[concept] ?? 0} of ${folder}`);
  return [...lines, `${Math.min(at, rows.length - 1) + 1} of ${rows.length}: ${row.tag}, on ${row.count} of ${counted(images, 'image')}; ${each.join(', ')}; first on ${row.first.name}`];
}
