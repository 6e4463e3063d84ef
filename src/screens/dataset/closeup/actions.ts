import { current, placeOf, visible } from '../../../core/session/visible.js';
import type { Deck } from '../../deck/deck.js';
import { bodyRows } from '../../parts/body.js';
import { move } from '../../parts/scroll.js';
import { step } from '../step.js';
import { datasetView } from '../view.js';
import type { Closeup, Comparison } from './closeup.js';
import { knownOf, learn } from './learn.js';
import { seenIn, sideOf, viewOf, type Seen } from './seen.js';
import { oneToOne, pan, whole, zoomBy, type Size, type Viewport } from './viewport.js';

/** Shares of what is seen that one key moves. */
const near = 1 / 8;
const far = 1 / 2;

/** What the keys of a closeup do; `closeup.leave` and `closeup.help` belong to its overlay. */
export const closeupActions: Readonly<Record<string, (deck: Deck) => void>> = {
  'closeup.in': (deck) => look(deck, (view, picture, room) => zoomBy(view, 1, picture, room)),
  'closeup.out': (deck) => look(deck, (view, picture, room) => zoomBy(view, -1, picture, room)),
  'closeup.fit': (deck) => look(deck, () => whole),
  'closeup.one-to-one': (deck) => look(deck, oneToOne),
  'closeup.left': (deck) => go(deck, -near, 0),
  'closeup.right': (deck) => go(deck, near, 0),
  'closeup.up': (deck) => go(deck, 0, -near),
  'closeup.down': (deck) => go(deck, 0, near),
  'closeup.far-left': (deck) => go(deck, -far, 0),
  'closeup.far-right': (deck) => go(deck, far, 0),
  'closeup.far-up': (deck) => go(deck, 0, -far),
  'closeup.far-down': (deck) => go(deck, 0, far),
  'closeup.next': (deck) => turn(deck, 1),
  'closeup.previous': (deck) => turn(deck, -1),
  'closeup.mark': (deck) => {
    const { closeup, seen } = closely(deck);
    const id = closeup && seen[sideOf(closeup)]?.picture?.id;
    if (id === null || id === undefined) return;
    const marks = new Set(deck.session.getState().marks);
    if (!marks.delete(id)) marks.add(id);
    deck.session.setState({ marks });
  },
  'closeup.side': (deck) => {
    const { closeup } = closely(deck);
    if (closeup?.kind === 'compare') set(deck, { ...closeup, side: other(closeup.side) });
  },
  'closeup.swap': (deck) => {
    const { closeup } = closely(deck);
    if (closeup?.kind !== 'compare') return;
    const [a, b] = closeup.pictures;
    set(deck, { ...closeup, pictures: [b, a], side: other(closeup.side), chosenOn: other(closeup.chosenOn) });
  },
};

const other = (side: 0 | 1): 0 | 1 => (side === 0 ? 1 : 0);

/** What is looked at, and how, at the terminal's present size. */
function closely(deck: Deck): { closeup: Closeup | null; seen: readonly Seen[] } {
  const { closeup } = deck.view(datasetView).getState();
  const { columns, rows } = deck.room();
  return { closeup, seen: closeup ? seenIn(closeup, deck.session.getState(), deck.pictures, { columns, rows: bodyRows(rows) }) : [] };
}

function set(deck: Deck, closeup: Closeup): void {
  deck.view(datasetView).setState({ closeup });
}

function look(deck: Deck, change: (view: Viewport, picture: Size, room: Size) => Viewport): void {
  const { closeup, seen } = closely(deck);
  if (!closeup) return;
  const side = sideOf(closeup);
  const one = seen[side];
  if (!one) return;
  if (one.picture && !knownOf(one.picture)) return void learn(deck, one.picture).then(() => look(deck, change));
  if (!one.size) return deck.say('The size of this image is not known, so it is shown as a whole.', 'warn');
  const view = change(viewOf(closeup, seen, side), one.size, one.room);
  set(deck, closeup.kind === 'zoom' ? { ...closeup, view } : { ...closeup, view, chosenOn: side });
}

function go(deck: Deck, right: number, down: number): void {
  look(deck, (view, picture, room) => pan(view, right, down, picture, room));
}

function turn(deck: Deck, delta: 1 | -1): void {
  const { closeup } = closely(deck);
  if (closeup?.kind === 'compare') return turnSide(deck, closeup, delta);
  const before = deck.session.getState().cursor;
  step(deck, delta);
  if (deck.session.getState().cursor === before) atTheEnd(deck, delta);
}

/** The next image on the side that has the keys; the one on the other side is passed over. */
function turnSide(deck: Deck, closeup: Comparison, delta: 1 | -1): void {
  const session = deck.session.getState();
  const { pictures } = visible(session);
  const [mine, there] = closeup.side === 0 ? closeup.pictures : ([closeup.pictures[1], closeup.pictures[0]] as const);
  const at = placeOf(pictures, mine);
  let next = at === -1 ? current(session).index : move(at, delta, pictures.length);
  if (pictures[next]?.id === there) next = move(next, delta, pictures.length);
  const id = pictures[next]?.id;
  if (id === undefined || id === mine || id === there) return atTheEnd(deck, delta);
  set(deck, { ...closeup, pictures: closeup.side === 0 ? [id, there] : [there, id] });
}

function atTheEnd(deck: Deck, delta: 1 | -1): void {
  deck.say(delta > 0 ? 'This is the last image.' : 'This is the first image.');
}
