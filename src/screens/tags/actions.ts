import { current } from '../../core/session/visible.js';
import type { Action, Deck } from '../deck/deck.js';
import { editInEditor } from '../parts/edit-in-editor.js';
import { move, scrollTo } from '../parts/scroll.js';
import { openAddLine } from './add-line.js';
import { bulkAdd, bulkNormalise, bulkRemove } from './bulk.js';
import { eyeActions } from './eye/actions.js';
import { shownLayout } from './eye/layout.js';
import { openFrequencies } from './frequencies/open.js';
import { askReplace, askText, moveHere, removeHere, toggleHere } from './one.js';
import { askSentenceHere, moveSentenceHere, onSentence, removeSentenceHere } from './sentences.js';
import { askSweep } from './sweep/open.js';
import { unitsOf } from './units.js';
import { verbMenu } from './verbs/menu.js';
import { bulkReplace } from './verbs/replace.js';
import { tagsView } from './view.js';
import { openWalk } from './walk/open.js';

/** What the keys of the Tags screen do. */
export const tagsActions: Record<string, Action> = {
  'tags.next': (deck) => turn(deck, 1),
  'tags.previous': (deck) => turn(deck, -1),
  'tags.down': (deck) => walk(deck, 1),
  'tags.up': (deck) => walk(deck, -1),
  'tags.page-down': (deck) => walk(deck, page(deck)),
  'tags.page-up': (deck) => walk(deck, -page(deck)),
  'tags.first': (deck) => walk(deck, -Infinity),
  'tags.last': (deck) => walk(deck, Infinity),
  'tags.pane': (deck) => deck.view(tagsView).setState(({ focus }) => ({ focus: focus === 'tags' ? 'set' : 'tags' })),
  'tags.toggle': async (deck) => {
    if (deck.view(tagsView).getState().focus === 'tags') return onSentence(deck) ? askSentenceHere(deck) : askReplace(deck);
    const tag = tagUnderCursor(deck);
    if (tag !== null) await toggleHere(deck, tag);
  },
  'tags.add': (deck) => openAddLine(deck),
  'tags.remove': async (deck) => {
    const tag = tagUnderCursor(deck);
    if (onSentence(deck)) await removeSentenceHere(deck);
    else if (tag !== null) await removeHere(deck, tag);
    walk(deck, 0);
  },
  'tags.replace': (deck) => (onSentence(deck) ? askSentenceHere(deck) : askReplace(deck)),
  'tags.move-down': (deck) => (onSentence(deck) ? moveSentenceHere(deck, 1) : moveHere(deck, 1)),
  'tags.move-up': (deck) => (onSentence(deck) ? moveSentenceHere(deck, -1) : moveHere(deck, -1)),
  'tags.text': (deck) => askText(deck),
  'tags.editor': (deck) => editInEditor(deck),
  'tags.again': (deck) => {
    const { again } = deck.view(tagsView).getState();
    if (!again) return deck.say('There is no tag edit to do again yet.');
    return again.run(deck);
  },
  'tags.bulk-add': (deck) => bulkAdd(deck),
  'tags.bulk-remove': (deck) => bulkRemove(deck, tagUnderCursor(deck) ?? ''),
  'tags.bulk-replace': (deck) => bulkReplace(deck, tagUnderCursor(deck) ?? ''),
  'tags.normalise': (deck) => bulkNormalise(deck),
  'tags.walk': (deck) => openWalk(deck),
  'tags.verbs': (deck) => verbMenu(deck, tagUnderCursor(deck) ?? ''),
  'tags.sweep': (deck) => askSweep(deck, tagUnderCursor(deck) ?? ''),
  'tags.frequencies': (deck) => openFrequencies(deck),
  'tags.mark': (deck) => {
    const { picture } = current(deck.session.getState());
    if (!picture) return;
    const marks = new Set(deck.session.getState().marks);
    if (!marks.delete(picture.id)) marks.add(picture.id);
    deck.session.setState({ marks });
  },
  'tags.filter': (deck) => deck.session.setState({ screen: 'dataset' }),
  'tags.back': (deck) => deck.session.setState({ screen: 'dataset' }),
  ...eyeActions,
};

/** The tag under the cursor of the pane that has the keys. */
function tagUnderCursor(deck: Deck): string | null {
  const { focus, at, setAt } = deck.view(tagsView).getState();
  if (focus === 'set') return deck.index.list()[setAt]?.tag ?? null;
  const { units, sentences } = unitsOf(current(deck.session.getState()).picture);
  return sentences ? null : (units[at] ?? null);
}

function turn(deck: Deck, delta: number): void {
  const { index, pictures } = current(deck.session.getState());
  const next = pictures[move(index, delta, pictures.length)];
  if (!next) return;
  if (next === pictures[index]) deck.say(delta > 0 ? 'This is the last image.' : 'This is the first image.');
  else deck.session.setState({ message: null });
  deck.session.setState({ cursor: next.id });
  deck.view(tagsView).setState(({ at }) => ({ at: Math.max(0, Math.min(at, unitsOf(next).units.length - 1)) }));
}

/** Rows of a page in the pane that has the keys. */
function page(deck: Deck): number {
  return Math.max(1, shownLayout(deck)[deck.view(tagsView).getState().focus].height - 3);
}

function walk(deck: Deck, delta: number): void {
  const view = deck.view(tagsView);
  const { focus, at, setAt, setFirst } = view.getState();
  if (focus === 'tags') {
    const { units } = unitsOf(current(deck.session.getState()).picture);
    return view.setState({ at: move(at, delta, units.length) });
  }
  const all = deck.index.list().length;
  const next = move(setAt, delta, all);
  view.setState({ setAt: next, setFirst: scrollTo(setFirst, next, all, shownLayout(deck).set.height - 2) });
}
