import type { Concept, Picture } from '../../../core/dataset/model.js';
import { current } from '../../../core/session/visible.js';
import { addWalked, forgetWalked, readWalked, walkedKey } from '../../../core/session/walked.js';
import { explainError } from '../../../core/system-error.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import type { Deck } from '../../deck/deck.js';
import { walkedView } from './model.js';

/** Is it one of a concept's activation tags? */
export function isActivation(tag: string, concepts: readonly Pick<Concept, 'activation'>[]): boolean {
  return concepts.some(({ activation }) => activation.some((other) => sameTag(other, tag)));
}

/** Reads which images of the open workspace were gone through. */
export async function loadWalked(deck: Deck): Promise<void> {
  const { root } = deck.session.getState();
  const view = deck.view(walkedView);
  if (root === null || view.getState().root === root) return;
  view.setState({ root, keys: new Set() });
  try {
    const keys = await readWalked(root);
    view.setState((now) => (now.root === root ? { keys: new Set([...keys, ...now.keys]) } : {}));
  } catch (error) {
    deck.say(`Which images were gone through cannot be read: ${explainError(error)}`, 'warn');
  }
}

/** Remembers that the image was gone through, also for the next session. */
export async function setWalked(deck: Deck, picture: Pick<Picture, 'folder' | 'name'>): Promise<void> {
  const view = deck.view(walkedView);
  const { root, keys } = view.getState();
  const key = walkedKey(picture);
  if (root === null || keys.has(key)) return;
  view.setState({ keys: new Set([...keys, key]) });
  await writing(deck, () => addWalked(root, key));
}

/** From now on no image was gone through. */
export async function forgetWalks(deck: Deck): Promise<void> {
  const view = deck.view(walkedView);
  const { root } = view.getState();
  if (root === null) return;
  view.setState({ keys: new Set() });
  await writing(deck, () => forgetWalked(root));
}

/** The images that are shown and were not gone through. */
export function untouched(pictures: readonly Picture[], keys: ReadonlySet<string>): Picture[] {
  return pictures.filter((picture) => !keys.has(walkedKey(picture)));
}

/** The next one after the cursor that was not gone through; after the last one comes the first. */
export function nextUntouched(deck: Deck): Picture | null {
  const { index, pictures } = current(deck.session.getState());
  const { keys } = deck.view(walkedView).getState();
  return untouched([...pictures.slice(index + 1), ...pictures.slice(0, index + 1)], keys)[0] ?? null;
}

async function writing(deck: Deck, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    deck.say(`That the image was gone through lasts for this session only: ${explainError(error)}`, 'warn');
  }
}
