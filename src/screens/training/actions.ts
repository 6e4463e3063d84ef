import type { Action, Deck } from '../deck/deck.js';
import { showFacts, showSave, showWarnings } from './pages.js';
import { page, step } from './move.js';
import { askStop } from './stop.js';
import { openStart } from './start.js';
import { shownRun, trainingView, type TrainingFocus } from './view.js';

/** What the keys of the Training screen do. */
export const trainingActions: Record<string, Action> = {
  'training.start': (deck) => openStart(deck),
  'training.stop': (deck) => {
    const row = rowOf(deck);
    if (row) askStop(deck, row);
  },
  'training.log': (deck) => toggleLog(deck),
  'training.facts': (deck) => {
    const row = rowOf(deck);
    if (row) showFacts(deck, row);
  },
  'training.warnings': (deck) => {
    const row = rowOf(deck);
    if (row) showWarnings(deck, row);
  },
  'training.open': (deck) => {
    const row = rowOf(deck);
    if (!row) return openStart(deck);
    const { focus, save } = deck.view(trainingView).getState();
    if (focus === 'runs') return showFacts(deck, row);
    if (focus === 'log') return toggleLog(deck);
    showSave(deck, row, save);
  },
  'training.down': (deck) => step(deck, 1),
  'training.up': (deck) => step(deck, -1),
  'training.page-down': (deck) => step(deck, page(deck)),
  'training.page-up': (deck) => step(deck, -page(deck)),
  'training.first': (deck) => step(deck, -Infinity),
  'training.last': (deck) => step(deck, Infinity),
  'training.next-pane': (deck) => turn(deck, 1),
  'training.previous-pane': (deck) => turn(deck, -1),
  'training.back': (deck) => deck.view(trainingView).setState({ focus: 'runs', wholeLog: false, logAt: null, save: null }),
};

/** The run that is shown; says what to do when there is none. */
function rowOf(deck: Deck) {
  const { row } = shownRun(deck.session.getState(), deck.view(trainingView).getState());
  if (!row) deck.say('There is no run yet; s starts one.');
  return row;
}

function toggleLog(deck: Deck): void {
  deck.view(trainingView).setState(({ wholeLog }) => ({ wholeLog: !wholeLog, focus: wholeLog ? 'runs' : 'log', logAt: null }));
}

function turn(deck: Deck, delta: number): void {
  deck.view(trainingView).setState(({ focus, wholeLog }) => {
    const panes: TrainingFocus[] = wholeLog ? ['runs', 'log'] : ['runs', 'saves', 'log'];
    return { focus: panes[(panes.indexOf(focus) + delta + panes.length) % panes.length] ?? 'runs' };
  });
}
