import type { Place } from '../../core/tags/place-tag.js';
import { normalise } from '../../core/tags/normalise.js';
import { InvalidTag } from '../../core/tags/same-tag.js';
import type { Scope, TagChange } from '../../core/tags/edit-captions.js';
import { addTags, removeTags, replaceTag } from '../../core/tags/verbs.js';
import { counted } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import { ask } from '../parts/prompt.js';
import { propose } from '../parts/propose.js';
import { suggestTags, typedTags } from '../parts/tag-input.js';
import { bulkScope } from './scope.js';

/** Computes a change of many captions and shows it before it is made. */
function proposeTags(deck: Deck, title: string, have: string, verb: (scope: Scope) => TagChange): void {
  const { scope, name } = bulkScope(deck);
  try {
    const change = verb(scope);
    const changed = change.images;
    if (changed === 0 && change.skipped.length === 0) return deck.say(`Nothing to ${title}: ${counted(change.unchanged, 'image')} ${have}.`);
    propose(deck, {
      title: `${title} · ${name}`,
      lead: `${changed} change${change.unchanged > 0 ? `, ${change.unchanged} ${have}` : ''}`,
      warnings: change.skipped.map(({ image, why }) => `${image}: ${why}`),
      change,
    });
  } catch (error) {
    if (!(error instanceof InvalidTag)) throw error;
    deck.say(error.message, 'error');
  }
}

/** Asks for tags and a place, then shows what adding them would change. */
export function bulkAdd(deck: Deck): void {
  const places: { label: string; place: Place | undefined }[] = [
    { label: 'at the end, or where it is', place: undefined },
    { label: 'first', place: 'first' },
    { label: 'last', place: 'last' },
  ];
  let at = 0;
  const { name } = bulkScope(deck);
  ask(deck, {
    title: `add tags · ${name}`,
    hint: 'one or several, between commas',
    suggest: (text) => suggestTags(deck.index, text),
    toggle: { key: 'ctrl-o', label: () => places[at]?.label ?? '', next: () => (at = (at + 1) % places.length) },
    submit: (text) => {
      const tags = typedTags(text);
      if (tags.length === 0) return;
      const place = places[at]?.place;
      const where = place === undefined ? '' : ` ${places[at]?.label}`;
      proposeTags(deck, `add ${tags.map((tag) => `“${tag}”`).join(', ')}${where}`, 'have it already', (scope) => addTags(scope, tags, place));
    },
  });
}

/** Asks for tags, then shows what taking them off would change. */
export function bulkRemove(deck: Deck, value = ''): void {
  const { name } = bulkScope(deck);
  ask(deck, {
    title: `remove tags · ${name}`,
    value,
    replace: true,
    hint: 'one or several, between commas',
    suggest: (text) => suggestTags(deck.index, text),
    submit: (text) => {
      const tags = typedTags(text);
      if (tags.length === 0) return;
      proposeTags(deck, `remove ${tags.map((tag) => `“${tag}”`).join(', ')}`, 'do not have it', (scope) => removeTags(scope, tags));
    },
  });
}

/** Asks for a tag and for its replacement, then shows what changes. */
export function bulkReplace(deck: Deck, value = ''): void {
  const { name } = bulkScope(deck);
  ask(deck, {
    title: `replace a tag · ${name}`,
    value,
    replace: true,
    hint: 'the tag that goes',
    suggest: (text) => suggestTags(deck.index, text),
    submit: (old) => {
      if (typedTags(old).length !== 1) return deck.say('One tag is replaced at a time.', 'warn');
      ask(deck, {
        title: `replace “${old.trim()}” by · ${name}`,
        hint: 'the tag that comes',
        suggest: (text) => suggestTags(deck.index, text),
        submit: (next) => {
          if (typedTags(next).length !== 1) return deck.say('One tag comes in its place; add others with A.', 'warn');
          proposeTags(deck, `replace “${old.trim()}” by “${next.trim()}”`, 'do not have it', (scope) => replaceTag(scope, old.trim(), next.trim()));
        },
      });
    },
  });
}

/** Shows what tidying the captions (T12) would change. */
export function bulkNormalise(deck: Deck): void {
  proposeTags(deck, 'tidy captions (T12)', 'are tidy', (scope) => normalise(scope));
}
