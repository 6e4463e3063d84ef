import type { Picture } from '../../../core/dataset/model.js';
import { current } from '../../../core/session/visible.js';
import { isNaturalCaption } from '../../../core/dataset/query/searchable.js';
import { pasteTags } from '../../../core/tags/paste-tags.js';
import { setTagsOfAll } from '../../../core/tags/verbs.js';
import { counted } from '../../../core/words.js';
import type { Deck, ViewKey } from '../../deck/deck.js';
import { ask } from '../../parts/prompt.js';
import { suggestTags, typedTags } from '../../parts/tag-input.js';
import type { Target } from '../scope.js';
import { proposeTags } from './propose-tags.js';

/** The image whose tags were copied, as it was then. */
const copiedView: ViewKey<{ picture: Picture | null }> = { name: 'copied tags', initial: () => ({ picture: null }) };

/** Remembers the tags of the image that is shown. */
export function copyTags(deck: Deck): void {
  const { picture } = current(deck.session.getState());
  if (!picture?.caption || picture.tags.length === 0) return deck.say('This image has no caption to copy.', 'warn');
  deck.view(copiedView).setState({ picture });
  const what = isNaturalCaption(picture) ? 'the caption' : counted(picture.tags.length, 'tag');
  deck.say(`Copied ${what} of ${picture.name}.`, 'good');
}

/** Shows what giving the copied tags to other images would change. */
export function pasteCopied(deck: Deck, target: Target, mode: 'add' | 'set'): void {
  const { picture } = deck.view(copiedView).getState();
  if (!picture) return deck.say('Nothing is copied yet: b c copies the tags of an image.', 'warn');
  const title = mode === 'add' ? `add the tags of ${picture.name}` : `put the tags of ${picture.name}`;
  proposeTags(deck, target, title, 'have them already', (scope) => pasteTags(scope, picture, mode));
}

/** Asks for the tags that images are to have beside their activation tags. */
export function askSet(deck: Deck, target: Target): void {
  ask(deck, {
    title: `these tags and no others · ${target.name}`,
    hint: 'between commas; activation tags stay in front',
    suggest: (text) => suggestTags(deck, text),
    submit: (text) => {
      const tags = typedTags(text);
      if (tags.length > 0) proposeTags(deck, target, 'set the tags', 'have these and no others', (scope) => setTagsOfAll(scope, tags));
    },
  });
}
