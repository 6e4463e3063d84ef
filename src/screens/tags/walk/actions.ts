import { current } from '../../../core/session/visible.js';
import { counted } from '../../../core/words.js';
import { bodyRows } from '../../parts/body.js';
import { editable } from '../../parts/editable.js';
import type { Action, Deck } from '../../deck/deck.js';
import { openAddLine } from '../add-line.js';
import { addHere, askText, removeHere, toggleHere } from '../one.js';
import { tagsView } from '../view.js';
import { walkLayout } from './layout.js';
import type { Walk } from './model.js';
import { frequentTags, paletteOf, placeOfLetter, slotStyle, slotTags } from './palette.js';
import { forgetWalks, isActivation, nextUntouched, setWalked } from './walked.js';

/** What the keys of the walk do; `walk.leave` and `walk.help` belong to its overlay. */
export const walkActions: Readonly<Record<string, Action>> = {
  'walk.done': async (deck) => {
    const { picture, index, pictures } = current(deck.session.getState());
    if (!picture) return;
    const next = pictures[index + 1];
    if (next) go(deck, next.id);
    await setWalked(deck, picture);
    if (!next) atTheEnd(deck);
  },
  'walk.untouched': (deck) => {
    const next = nextUntouched(deck);
    if (next) go(deck, next.id);
    else atTheEnd(deck);
  },
  'walk.next': (deck) => {
    const { index, pictures } = current(deck.session.getState());
    const next = pictures[index + 1];
    if (next) go(deck, next.id);
    else atTheEnd(deck);
  },
  'walk.previous': (deck) => {
    const { index, pictures } = current(deck.session.getState());
    const before = pictures[index - 1];
    if (before) go(deck, before.id);
    else deck.say('This is the first image.');
  },
  'walk.same': (deck) => sameAsBefore(deck),
  'walk.add': (deck) => openAddLine(deck),
  'walk.remove': async (deck) => {
    const tag = current(deck.session.getState()).picture?.tags[deck.view(tagsView).getState().at];
    if (tag === undefined) return;
    await removeHere(deck, tag);
    moveCursor(deck, 0);
  },
  'walk.down': (deck) => moveCursor(deck, 1),
  'walk.up': (deck) => moveCursor(deck, -1),
  'walk.again': (deck) => deck.view(tagsView).getState().again?.run(deck),
  'walk.back': async (deck) => void (await deck.undo()),
  'walk.text': (deck) => askText(deck),
  'walk.page-down': (deck) => turnPage(deck, 1),
  'walk.page-up': (deck) => turnPage(deck, -1),
  'walk.order': (deck) => setWalk(deck, { palette: frequentTags(deck), first: 0, slot: null }),
  'walk.mark': (deck) => {
    const { picture } = current(deck.session.getState());
    if (!picture) return;
    const marks = new Set(deck.session.getState().marks);
    if (!marks.delete(picture.id)) marks.add(picture.id);
    deck.session.setState({ marks });
  },
  'walk.anew': async (deck) => {
    await forgetWalks(deck);
    deck.say('All images are taken as not gone through.');
  },
};

/** A digit: the names of that slot (T05) come on the letters; the same again, or 0, brings back the tags of the set. */
export function pressDigit(deck: Deck, key: string): boolean {
  const { walk } = deck.view(tagsView).getState();
  const style = slotStyle(deck);
  if (!/^\d$/.test(key) || !walk) return false;
  if (style === null) deck.say('Captions in sentences have no slots (T16).');
  const slot = Number(key) - 1;
  if (style === null || slot < 0 || slot === walk.slot) setWalk(deck, { palette: frequentTags(deck), first: 0, slot: null });
  else setWalk(deck, { palette: slotTags(deck, style, slot), first: 0, slot });
  return true;
}

/** A small letter: gives the image the tag that stands beside it, or takes it. False when the key is no letter of a tag. */
export async function pressLetter(deck: Deck, key: string): Promise<boolean> {
  const place = placeOfLetter(key);
  const { walk } = deck.view(tagsView).getState();
  if (place < 0 || !walk || place >= layoutNow(deck).letters) return false;
  const tag = paletteOf(deck, walk)[walk.first + place];
  const picture = editable(deck);
  if (tag === undefined || !picture) return false;
  await Promise.all([toggleHere(deck, tag), setWalked(deck, picture)]);
  return true;
}

/** The tags of the image before that this one lacks, in their order and as one change. */
async function sameAsBefore(deck: Deck): Promise<void> {
  const picture = editable(deck);
  const { index, pictures } = current(deck.session.getState());
  const before = pictures[index - 1];
  if (!picture) return;
  if (!before) return deck.say('There is no image before this one.');
  const concepts = deck.session.getState().dataset?.concepts ?? [];
  const tags = before.tags.filter((tag) => !isActivation(tag, concepts));
  if (tags.length === 0) return deck.say(`${before.name} has no tags to give.`);
  const had = picture.tags.length;
  const [done] = await Promise.all([addHere(deck, tags), setWalked(deck, picture)]);
  if (done) deck.say(`${counted((current(deck.session.getState()).picture?.tags.length ?? had) - had, 'tag')} of ${before.name} added.`, 'good');
}

function go(deck: Deck, id: number): void {
  deck.session.setState({ cursor: id, message: null });
  moveCursor(deck, 0);
}

function atTheEnd(deck: Deck): void {
  const { pictures } = current(deck.session.getState());
  deck.say(nextUntouched(deck) ? 'This is the last image; tab goes to one that was not gone through.' : `All ${counted(pictures.length, 'image')} were gone through.`, 'good');
}

function moveCursor(deck: Deck, by: number): void {
  const count = current(deck.session.getState()).picture?.tags.length ?? 0;
  deck.view(tagsView).setState(({ at }) => ({ at: Math.max(0, Math.min(count - 1, at + by)) }));
}

function turnPage(deck: Deck, by: number): void {
  const { walk } = deck.view(tagsView).getState();
  if (!walk) return;
  const { letters } = layoutNow(deck);
  const to = walk.first + by * letters;
  if (to >= 0 && to < paletteOf(deck, walk).length) setWalk(deck, { ...walk, first: to });
  else if (to < 0 && walk.first > 0) setWalk(deck, { ...walk, first: 0 });
  else deck.say(by > 0 ? 'These are the last tags of the set; + types another.' : 'These are the most frequent tags.');
}

function layoutNow(deck: Deck) {
  const { columns, rows } = deck.room();
  return walkLayout(columns, bodyRows(rows));
}

/** The walk that goes on, or null when it ends. */
export function setWalk(deck: Deck, walk: Walk | null): void {
  deck.view(tagsView).setState({ walk });
}
