import { current } from '../../core/session/visible.js';
import { moveSentence, removeSentenceAt, replaceSentenceAt } from '../../core/tags/sentence-edits.js';
import type { Deck } from '../deck/deck.js';
import { editable } from '../parts/editable.js';
import { ask } from '../parts/prompt.js';
import { edit } from './one.js';
import { unitsOf } from './units.js';
import { tagsView } from './view.js';

/** Does the cursor stand on a sentence and not on a tag? */
export function onSentence(deck: Deck): boolean {
  return deck.view(tagsView).getState().focus === 'tags' && unitsOf(current(deck.session.getState()).picture).sentences;
}

/** Takes the sentence under the cursor out of the caption. */
export async function removeSentenceHere(deck: Deck): Promise<void> {
  const picture = editable(deck);
  const { at } = deck.view(tagsView).getState();
  if (picture) await edit(deck, picture, () => removeSentenceAt(picture, at));
}

/** Moves the sentence under the cursor by one place; the cursor goes with it. */
export async function moveSentenceHere(deck: Deck, delta: number): Promise<void> {
  const picture = editable(deck);
  const view = deck.view(tagsView);
  const { at } = view.getState();
  const to = at + delta;
  if (!picture || to < 0 || to >= unitsOf(picture).units.length) return;
  const change = moveSentence(picture, at, to, deck.session.getState().dataset?.concepts ?? []);
  if (change.entries.length === 0) return deck.say('The sentence with the activation text stays in front (T03).');
  view.setState({ at: to });
  if (!(await edit(deck, picture, () => change))) view.setState({ at });
}

/** Asks for another text for the sentence under the cursor. */
export function askSentenceHere(deck: Deck): void {
  const picture = editable(deck);
  const { at } = deck.view(tagsView).getState();
  const sentence = unitsOf(picture).units[at];
  if (!picture || sentence === undefined) return;
  ask(deck, {
    title: `sentence ${at + 1} of ${picture.name}`,
    value: sentence,
    submit: async (text) => {
      await edit(deck, picture, () => (text.trim() === '' ? removeSentenceAt(picture, at) : replaceSentenceAt(picture, at, text)));
    },
  });
}
