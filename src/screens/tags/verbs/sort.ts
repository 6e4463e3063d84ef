import { sortTags } from '../../../core/tags/sort-tags.js';
import { byAlphabet, byCategory, byFrequency, byPatterns, type TagOrder } from '../../../core/tags/tag-order.js';
import type { Deck } from '../../deck/deck.js';
import { choose } from '../../parts/choose.js';
import { ask } from '../../parts/prompt.js';
import { typedTags } from '../../parts/tag-input.js';
import type { Target } from '../scope.js';
import { proposeTags } from './propose-tags.js';

/** Asks for an order, then shows what sorting by it would change. */
export function askSort(deck: Deck, target: Target): void {
  const sort = (order: TagOrder) => proposeTags(deck, target, `sort ${order.name}`, 'are in that order', (scope) => sortTags(scope, order));
  choose(deck, `sort the tags · ${target.name}`, [
    { label: 'by what they are about', about: 'How many, who, series, species, looks, clothes, pose, view, the rest, background, quality and medium.', run: () => sort(byCategory()) },
    { label: 'by frequency', about: 'The most frequent of the set first.', run: () => sort(byFrequency((tag) => deck.index.count(tag))) },
    { label: 'by the alphabet', about: 'Case and underscores do not matter.', run: () => sort(byAlphabet) },
    { label: 'in an order of my own…', about: 'Tags in their order; * for any text, and * alone for all others.', run: () => askOrder(deck, target, sort) },
  ]);
}

function askOrder(deck: Deck, target: Target, sort: (order: TagOrder) => void): void {
  ask(deck, {
    title: `order of the tags · ${target.name}`,
    hint: 'solo, * hair, *, * background',
    submit: (text) => {
      const patterns = typedTags(text);
      if (patterns.length > 0) sort(byPatterns(patterns));
    },
  });
}
