import type { Action, Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { move, scrollTo } from '../parts/scroll.js';
import { showFacts, showSave, showWarnings } from './pages.js';
import { trainingLayout } from './layout.js';
import { logShape } from './log-pane.js';
import { firstOfEnd } from './log-window.js';
import { askStop } from './stop.js';
import { openStart } from './start.js';
import { shownRun, trainingView, type TrainingFocus, type TrainingView } from './view.js';

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

function layoutOf(deck: Deck) {
  const { columns, rows } = deck.room();
  return trainingLayout(columns, bodyRows(rows));
}

/** Rows of a page in the pane that has the keys. */
function page(deck: Deck): number {
  const { focus, wholeLog } = deck.view(trainingView).getState();
  const layout = layoutOf(deck);
  if (focus === 'runs') return layout.runs;
  return Math.max(1, (wholeLog ? layout.wholeLog : layout[focus]).height - 3);
}

function step(deck: Deck, delta: number): void {
  const view = deck.view(trainingView);
  const state = view.getState();
  if (state.focus === 'log') return view.setState({ logAt: lineAfter(deck, state, delta) });
  const { row, index } = shownRun(deck.session.getState(), state);
  if (!row) return;
  if (state.focus === 'saves') {
    const saves = (deck.runs.snapshots.getState()[row.id]?.state ?? row.state).checkpoints.length;
    const next = move(Math.min(state.save ?? saves - 1, saves - 1), delta, saves);
    return view.setState({ save: next === saves - 1 ? null : next });
  }
  const { runs } = deck.session.getState();
  const next = move(index, delta, runs.length);
  if (next === index) return;
  view.setState({ run: runs[next]?.id ?? null, first: scrollTo(state.first, next, runs.length, layoutOf(deck).runs, 1), save: null, logAt: null });
}

/** The line of the log to show first after a step; at its end null, so that it follows what comes. */
function lineAfter(deck: Deck, { log, logAt, wholeLog }: TrainingView, delta: number): number | null {
  const layout = layoutOf(deck);
  const area = wholeLog ? layout.wholeLog : layout.log;
  const end = firstOfEnd(log?.lines ?? [], logShape({ ...area, wrapped: wholeLog }));
  const next = Math.max(0, (logAt ?? end) + delta);
  return next >= end ? null : next;
}
