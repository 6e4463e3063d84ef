import type { TagChange } from '../../core/tags/edit-captions.js';
import type { Picture } from '../../core/dataset/model.js';
import { current } from '../../core/session/visible.js';
import { InvalidTag, sameTag } from '../../core/tags/same-tag.js';
import { addTags, editCaption, removeTags, replaceTag, setTags } from '../../core/tags/verbs.js';
import type { Action, Deck } from '../deck/deck.js';
import { remember as rememberNames } from '../deck/names.js';
import { editable } from '../parts/editable.js';
import { ask } from '../parts/prompt.js';
import { suggestTags, typedTags } from '../parts/tag-input.js';
import { scopeOf } from './scope.js';
import { unitsOf } from './units.js';
import { tagsView } from './view.js';

/** Computes an edit of the image that is shown and writes it at once; says why when it can't. */
export async function edit(deck: Deck, picture: Picture, verb: () => TagChange): Promise<boolean> {
  let change: TagChange;
  try {
    change = verb();
  } catch (error) {
    if (!(error instanceof InvalidTag)) throw error;
    deck.say(error.message, 'error');
    return false;
  }
  const [skipped] = change.skipped;
  if (skipped) {
    deck.say(`${picture.name}: ${skipped.why}`, 'error');
    return false;
  }
  if (change.entries.length === 0) {
    deck.say('Nothing changes: it is like that already.');
    return true;
  }
  // With a filter on what is edited it must not vanish under the cursor.
  const { filter } = deck.session.getState();
  if (filter !== '' && current(deck.session.getState()).picture?.id === picture.id) deck.session.setState({ cursor: picture.id, held: { id: picture.id, filter } });
  return deck.apply(change);
}

/** Remembers what `.` does again. */
function remember(deck: Deck, what: string, run: Action): void {
  deck.view(tagsView).setState({ again: { what, run } });
}

/** Adds tags to the image that is shown. */
export async function addHere(deck: Deck, tags: readonly string[]): Promise<boolean> {
  const picture = editable(deck);
  if (!picture || tags.length === 0) return false;
  const adding = edit(deck, picture, () => addTags(scopeOf(deck, [picture]), tags));
  // The caption shows them already: the cursor goes to the last one.
  const { units: after, sentences } = unitsOf(current(deck.session.getState()).picture);
  const added = sentences ? after.length - 1 : after.findIndex((tag) => sameTag(tag, tags.at(-1) ?? ''));
  if (added >= 0) deck.view(tagsView).setState({ at: added });
  rememberNames(deck.names, tags);
  const done = await adding;
  if (done) remember(deck, `add ${tags.join(', ')}`, async (other) => void (await addHere(other, tags)));
  return done;
}

/** Takes a tag off the image that is shown. */
export async function removeHere(deck: Deck, tag: string): Promise<void> {
  const picture = editable(deck);
  if (!picture) return;
  const done = await edit(deck, picture, () => removeTags(scopeOf(deck, [picture]), [tag]));
  if (done) remember(deck, `remove ${tag}`, (other) => removeHere(other, tag));
}

/** Writes another tag in the place of one, on the image that is shown. */
export async function replaceHere(deck: Deck, old: string, next: string): Promise<void> {
  const picture = editable(deck);
  if (!picture) return;
  const done = await edit(deck, picture, () => replaceTag(scopeOf(deck, [picture]), old, next));
  if (done) remember(deck, `replace ${old} by ${next}`, (other) => replaceHere(other, old, next));
}

/** Moves the tag under the cursor by one place; the cursor goes with it. */
export async function moveHere(deck: Deck, delta: number): Promise<void> {
  const picture = editable(deck);
  if (!picture) return;
  const view = deck.view(tagsView);
  const { at } = view.getState();
  const tags = [...picture.tags];
  const [tag] = tags.splice(at, 1);
  const to = at + delta;
  if (tag === undefined || to < 0 || to > tags.length) return;
  tags.splice(to, 0, tag);
  const concepts = deck.session.getState().dataset?.concepts ?? [];
  // The cursor goes first: the next key may come before this one is written.
  view.setState({ at: to });
  if (!(await edit(deck, picture, () => setTags(picture, tags, concepts)))) view.setState({ at });
}

/** Gives the image a tag of the set, or takes it off when it is there. */
export async function toggleHere(deck: Deck, tag: string): Promise<void> {
  const picture = editable(deck);
  if (!picture) return;
  if (picture.tags.some((other) => sameTag(other, tag))) await removeHere(deck, tag);
  else await addHere(deck, [tag]);
}

/** Asks what to write in the place of the tag under the cursor. */
export function askReplace(deck: Deck): void {
  const picture = editable(deck);
  const tag = picture?.tags[deck.view(tagsView).getState().at];
  if (!picture || tag === undefined) return;
  ask(deck, {
    title: `replace “${tag}” on ${picture.name}`,
    value: tag,
    suggest: (text) => (text === tag ? [] : suggestTags(deck, text, { picture })),
    submit: async (text) => {
      if (typedTags(text).length !== 1) return deck.say('One tag replaces one; add others with a.', 'warn');
      await replaceHere(deck, tag, text.trim());
    },
  });
}

/** Asks for the whole first line of the caption as text. Further lines stay. */
export function askText(deck: Deck): void {
  const picture = editable(deck);
  if (!picture) return;
  const text = picture.caption?.text ?? '';
  const end = text.search(/\r|\n/);
  const first = end === -1 ? text : text.slice(0, end);
  const rest = end === -1 ? '' : text.slice(end);
  ask(deck, {
    title: `caption of ${picture.name}`,
    value: first,
    submit: async (typed) => void (await edit(deck, picture, () => editCaption(picture, typed + rest))),
  });
}
