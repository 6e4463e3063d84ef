import type { Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { move, scrollTo, wheelLines } from '../parts/scroll.js';
import { trainingLayout } from './layout.js';
import { logShape } from './log-shape.js';
import { firstOfEnd } from './log-window.js';
import { shownRun, trainingView, type TrainingFocus, type TrainingView } from './view.js';

/** A notch of the wheel over a pane, which gets the keys by it. */
export function turnWheel(deck: Deck, focus: TrainingFocus, by: 1 | -1): void {
  deck.view(trainingView).setState({ focus });
  step(deck, focus === 'log' ? by * wheelLines : by);
}

function layoutOf(deck: Deck) {
  const { columns, rows } = deck.room();
  return trainingLayout(columns, bodyRows(rows));
}

/** Puts the cursor on a run, with its own saves and log. */
export function showRun(deck: Deck, index: number): void {
  const { runs } = deck.session.getState();
  const run = runs[index];
  if (!run) return;
  deck.view(trainingView).setState(({ first }) => ({ run: run.id, first: scrollTo(first, index, runs.length, layoutOf(deck).runs, 1), save: null, logAt: null }));
}

/** Rows of a page in the pane that has the keys. */
export function page(deck: Deck): number {
  const { focus, wholeLog } = deck.view(trainingView).getState();
  const layout = layoutOf(deck);
  if (focus === 'runs') return layout.runs;
  return Math.max(1, (wholeLog ? layout.wholeLog : layout[focus]).height - 3);
}

/** Moves the cursor of the pane that has the keys. */
export function step(deck: Deck, delta: number): void {
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
  if (next !== index) showRun(deck, next);
}

/** The line of the log to show first after a step; at its end null, so that it follows what comes. */
function lineAfter(deck: Deck, { log, logAt, wholeLog }: TrainingView, delta: number): number | null {
  const layout = layoutOf(deck);
  const area = wholeLog ? layout.wholeLog : layout.log;
  const end = firstOfEnd(log?.lines ?? [], logShape({ ...area, wrapped: wholeLog }));
  const next = Math.max(0, (logAt ?? end) + delta);
  return next >= end ? null : next;
}
