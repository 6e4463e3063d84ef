import { normalise } from '../../core/tags/normalise.js';
import type { Place } from '../../core/tags/place-tag.js';
import { sameTag } from '../../core/tags/same-tag.js';
import { addTags, moveTag, removeTags } from '../../core/tags/verbs.js';
import type { Deck } from '../deck/deck.js';
import { remember } from '../deck/names.js';
import { ask } from '../parts/prompt.js';
import { suggestTags, typedTags } from '../parts/tag-input.js';
import { bulkScope, type Target } from './scope.js';
import { askPlace, placeChoice } from './verbs/place.js';
import { proposeTags } from './verbs/propose-tags.js';

const quoted = (tags: readonly string[]) => tags.map((tag) => `“${tag}”`).join(', ');

/** Asks for tags and a place, then shows what adding them would change. An activation tag goes in front unless a place is chosen (T03). */
export function bulkAdd(deck: Deck, target: Target = bulkScope(deck)): void {
  const choice = placeChoice(true);
  ask(deck, {
    title: `add tags · ${target.name}`,
    hint: 'one or several, between commas',
    suggest: (text) => suggestTags(deck, text),
    toggle: choice,
    submit: (text) => {
      const tags = typedTags(text);
      if (tags.length === 0) return;
      remember(deck.names, tags);
      askPlace(deck, choice.kind(), (chosen, where) => {
        const place = chosen ?? (allActivation(target, tags) ? 'first' : undefined);
        proposeTags(deck, target, `add ${quoted(tags)}${where}`, 'have it already', (scope) => addTags(scope, tags, place));
      });
    },
  });
}

function allActivation({ scope: { concepts, pictures } }: Target, tags: readonly string[]): boolean {
  const folders = new Set(pictures.map(({ folder }) => folder));
  const known = concepts.filter(({ folder }) => folders.has(folder)).flatMap(({ activation }) => activation);
  return tags.every((tag) => known.some((other) => sameTag(other, tag)));
}

/** Asks for tags, then shows what taking them off would change. */
export function bulkRemove(deck: Deck, value = '', target: Target = bulkScope(deck)): void {
  ask(deck, {
    title: `remove tags · ${target.name}`,
    value,
    replace: true,
    hint: 'one or several, between commas',
    suggest: (text) => suggestTags(deck, text, { ofSet: true }),
    submit: (text) => {
      const tags = typedTags(text);
      if (tags.length > 0) proposeTags(deck, target, `remove ${quoted(tags)}`, 'do not have it', (scope) => removeTags(scope, tags));
    },
  });
}

/** Asks for a tag and a place, then shows what moving it there would change. */
export function bulkMove(deck: Deck, value = '', target: Target = bulkScope(deck)): void {
  const choice = placeChoice(false);
  ask(deck, {
    title: `move a tag · ${target.name}`,
    value,
    replace: true,
    hint: 'the tag',
    suggest: (text) => suggestTags(deck, text, { ofSet: true }),
    toggle: choice,
    submit: (text) => {
      const [tag, ...others] = typedTags(text);
      if (tag === undefined || others.length > 0) return deck.say('One tag is moved at a time.', 'warn');
      askPlace(deck, choice.kind(), (place: Place | undefined, where) => {
        proposeTags(deck, target, `move “${tag}”${where}`, 'do not have it, or have it there', (scope) => moveTag(scope, tag, place ?? 'first'));
      });
    },
  });
}

/** Shows what tidying the captions (T12) would change. */
export function bulkNormalise(deck: Deck, target: Target = bulkScope(deck)): void {
  proposeTags(deck, target, 'tidy captions (T12)', 'are tidy', (scope) => normalise(scope));
}
