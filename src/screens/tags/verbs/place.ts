import type { Place } from '../../../core/tags/place-tag.js';
import type { Deck } from '../../deck/deck.js';
import { ask } from '../../parts/prompt.js';
import { suggestTags, typedTags } from '../../parts/tag-input.js';

type Kind = 'none' | 'first' | 'last' | 'before' | 'after' | 'at';

const words: Readonly<Record<Kind, string>> = {
  none: 'at the end, or where it is',
  first: 'first',
  last: 'last',
  before: 'before a tag…',
  after: 'after a tag…',
  at: 'as the nth tag…',
};

/** The choice of a place on a key of a prompt. @param none whether there may be no place */
export function placeChoice(none: boolean) {
  const kinds: readonly Kind[] = [...(none ? (['none'] as const) : []), 'first', 'last', 'before', 'after', 'at'];
  let at = 0;
  const kind = (): Kind => kinds[at] ?? 'first';
  return { key: 'ctrl-o', label: () => words[kind()], next: () => void (at = (at + 1) % kinds.length), kind };
}

/** Asks for what a place still needs, the other tag or the number. @param go gets the place, and words for it to put behind a title */
export function askPlace(deck: Deck, kind: Kind, go: (place: Place | undefined, where: string) => void): void {
  if (kind === 'none') return go(undefined, '');
  if (kind === 'first' || kind === 'last') return go(kind, ` ${kind}`);
  if (kind === 'at') {
    return ask(deck, {
      title: 'as which tag, 1 being the first?',
      about: (text) => (text === '' || /^[1-9]\d{0,3}$/.test(text.trim()) ? null : { text: 'A whole number from 1 on.', tone: 'error' }),
      submit: (text) => {
        if (!/^[1-9]\d{0,3}$/.test(text.trim())) return false;
        go({ at: Number(text) - 1 }, ` as number ${text.trim()}`);
      },
    });
  }
  ask(deck, {
    title: `${kind} which tag?`,
    hint: 'where it is not, it goes to the end',
    suggest: (text) => suggestTags(deck, text, { ofSet: true }),
    submit: (text) => {
      const [tag, ...others] = typedTags(text);
      if (tag === undefined || others.length > 0) return false;
      go(kind === 'before' ? { before: tag } : { after: tag }, ` ${kind} “${tag}”`);
    },
  });
}
