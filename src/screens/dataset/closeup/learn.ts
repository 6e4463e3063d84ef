import path from 'node:path';
import type { Facts, Picture } from '../../../core/dataset/model.js';
import type { Deck } from '../../deck/deck.js';
import { datasetView } from '../view.js';

const learnt = new WeakMap<Picture, Facts>();
const learning = new WeakMap<Picture, Promise<void>>();

/** What is known of a picture's file: by the dataset, or read here because somebody looks at it already. */
export function knownOf(picture: Picture): Facts | null {
  return picture.facts ?? learnt.get(picture) ?? null;
}

/**
 * Reads what a picture's header tells when the dataset does not know it yet: with many images that takes a while after
 * the start, and nobody waits for all of them to look at one. Draws again when it is known.
 */
export function learn(deck: Deck, picture: Picture): Promise<void> {
  const { root } = deck.session.getState();
  if (root === null || knownOf(picture)) return Promise.resolve();
  let reading = learning.get(picture);
  if (!reading) {
    reading = read(deck, picture, path.join(root, picture.path));
    learning.set(picture, reading);
  }
  return reading;
}

async function read(deck: Deck, picture: Picture, file: string): Promise<void> {
  const { readFacts } = await import('../../../core/images/facts.js');
  learnt.set(picture, await readFacts(file));
  deck.view(datasetView).setState((view) => ({ ...view }));
}
