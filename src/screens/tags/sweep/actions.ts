import { addTags, removeTags } from '../../../core/tags/verbs.js';
import type { Deck } from '../../deck/deck.js';
import { edit } from '../one.js';
import { scopeOf } from '../scope.js';
import { asked, hasTag, setSweep, sweepOf } from './sweep.js';

/** What the keys of a sweep do; `sweep.leave` and `sweep.help` belong to its overlay. */
export const sweepActions: Readonly<Record<string, (deck: Deck) => void | Promise<void>>> = {
  'sweep.yes': (deck) => answer(deck, true),
  'sweep.no': (deck) => answer(deck, false),
  'sweep.back': (deck) => back(deck),
  'sweep.next': (deck) => go(deck, 1),
  'sweep.previous': (deck) => go(deck, -1),
  'sweep.first': (deck) => go(deck, -Infinity),
  'sweep.last': (deck) => go(deck, Infinity),
};

/** Goes through the images; one place behind the last is the end. */
function go(deck: Deck, by: number): void {
  const sweep = sweepOf(deck);
  if (!sweep) return;
  const end = sweep.order.length;
  const to = by === Infinity ? end - 1 : sweep.at + by;
  setSweep(deck, { ...sweep, at: Math.max(0, Math.min(to, end)) });
}

/** Gives the image the tag or takes it, where that is not so yet, and asks for the next. */
async function answer(deck: Deck, has: boolean): Promise<void> {
  const sweep = sweepOf(deck);
  const picture = sweep && asked(sweep, deck.session.getState().dataset);
  if (!sweep || !picture) return;
  const changed = hasTag(picture, sweep.tag) !== has;
  // The next key is for the next image, also before this one is written.
  setSweep(deck, { ...sweep, at: sweep.at + 1, answers: [...sweep.answers, { id: picture.id, has, changed }] });
  if (!changed) return;
  const scope = scopeOf(deck, [picture]);
  const done = await edit(deck, picture, () => (has ? addTags(scope, [sweep.tag]) : removeTags(scope, [sweep.tag])));
  if (done) return;
  const now = sweepOf(deck);
  if (now) setSweep(deck, { ...now, at: now.order.indexOf(picture.id), answers: now.answers.filter(({ id }) => id !== picture.id) });
}

async function back(deck: Deck): Promise<void> {
  const sweep = sweepOf(deck);
  const last = sweep?.answers.at(-1);
  if (!sweep || !last) return deck.say('There is no answer to take back.');
  setSweep(deck, { ...sweep, at: sweep.order.indexOf(last.id), answers: sweep.answers.slice(0, -1) });
  if (last.changed) await deck.undo();
}
