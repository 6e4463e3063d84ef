import { isLive, type RunRow } from '../../core/training/run-row.js';
import { counted } from '../../core/words.js';
import type { StopLevel } from '../../runner/runs.js';
import type { Deck } from '../deck/deck.js';
import { choose } from '../parts/choose.js';
import { number, stateWord } from './words.js';

/** Asks how a run is to be stopped. The stop goes on in the background; what is shown meanwhile is the run's own state. */
export function askStop(deck: Deck, row: RunRow): void {
  const state = deck.runs.snapshots.getState()[row.id]?.state ?? row.state;
  if (!isLive({ ...row, state })) return deck.say(`${row.id} has ended already (${stateWord(state)}).`);
  const saved = state.checkpoints.length;
  const lead = [
    `When S was pressed it was at step ${number(state.step)} of ${number(state.total_steps)} and had saved ${counted(saved, 'file')}; what is saved stays.`,
    ...(row.recording === null ? [] : ['This run is a recording; nothing real is lost.']),
  ];
  choose(
    deck,
    `stop ${row.id}`,
    [
      {
        label: 'stop now (interrupt)',
        about: 'As ctrl-c: the trainer ends at once and saves nothing more. One that does not listen is terminated after 20 s, then killed after 10 s.',
        run: () => stop(deck, row.id, 'now'),
      },
      {
        label: 'force (kill)',
        about: 'Ends all of its processes at once. For a trainer that hangs; a file that is being written stays half written.',
        run: () => stop(deck, row.id, 'force'),
      },
      { label: 'let it train', about: 'Nothing is sent.', run: () => {} },
    ],
    lead,
  );
}

/** Not waited for: it may take as long as the trainer has patience for signals. */
function stop(deck: Deck, id: string, level: StopLevel): void {
  const run = deck.runs.find(id);
  if (!run) return deck.say(`The folder of ${id} is not there any more.`, 'error');
  deck.say(level === 'now' ? `Asked ${id} to stop.` : `Killing ${id}.`);
  const ended = import('../../runner/runs.js').then(({ stopRun }) => stopRun(run, level));
  ended.then(
    (state) => deck.say(`${id}: ${stateWord(state)}.`, 'good'),
    (error: unknown) => deck.say(error instanceof Error ? error.message : String(error), 'error'),
  );
}
