import type { RunRow } from '../../core/training/run-row.js';
import { counted, duration } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import { page, type PageLine } from '../parts/page.js';
import { size, wrap } from '../parts/text.js';
import { commandLine } from './command-line.js';
import { reasonLines } from './reason.js';
import { lossText, number, stateWord, timeOfDay } from './words.js';

function stateOf(deck: Deck, row: RunRow) {
  const snapshot = deck.runs.snapshots.getState()[row.id] ?? null;
  return { snapshot, state: snapshot?.state ?? row.state };
}

/** The warnings of the trainer, one after the other. */
export function showWarnings(deck: Deck, row: RunRow): void {
  const { warnings } = stateOf(deck, row).state;
  if (warnings.length === 0) return deck.say('The trainer has given no warning.');
  page(
    deck,
    `${counted(warnings.length, 'warning')} of the trainer · ${row.id}`,
    (width) =>
      warnings.flatMap((warning, index) =>
        wrap(warning, width - 4).map((text, line): PageLine => ({ text: `${line === 0 ? String(index + 1).padStart(2) : '  '}  ${text}` })),
      ),
    110,
  );
}

/** What was started, where and with what, and how it stands: `run.json` for people. */
export function showFacts(deck: Deck, row: RunRow): void {
  const run = deck.runs.find(row.id);
  if (!run) return deck.say(`The folder of ${row.id} is not there any more.`, 'warn');
  const { file, folder } = run;
  const { state } = stateOf(deck, row);
  const about: [string, string][] = [
    ['trainer', file.recorded ? `recording ${file.recorded.name}: a recorded run was played, nothing was trained` : file.trainer],
    ['state', `${stateWord(state)}${state.elapsed_s === null ? '' : ` · ${duration(state.elapsed_s)} of training`}`],
    ['started', `${timeOfDay(Date.parse(row.created))} on ${file.host}`],
    ['steps', `${number(state.step)} of ${number(state.total_steps)} · epoch ${number(state.epoch)} of ${number(state.total_epochs)}`],
    ['images', `${number(state.train_images)} with repeats · ${number(state.batches_per_epoch)} batches an epoch`],
    ['loss', lossText(state.average_loss)],
    ['works in', file.cwd],
    ['saves in', file.output],
    ['run folder', folder],
    ['settings', `${folder}/config.toml`],
    ['images as trained', `${folder}/dataset.json`],
    ['log', `${folder}/output.log`],
  ];
  page(
    deck,
    `run ${row.id}`,
    (width) => [
      ...reasonLines(state, width).map(({ text, tone }): PageLine => ({ text, bold: tone === 'error' })),
      ...about.flatMap(([name, text]) => named(name, text, width)),
      { text: '' },
      { text: 'command', bold: true },
      ...wrap(commandLine(file.argv, file.env), width).map((text): PageLine => ({ text })),
    ],
    120,
  );
}

/** One saved file: all of its name and its path, which the list cuts. */
export function showSave(deck: Deck, row: RunRow, at: number | null): void {
  const { state, snapshot } = stateOf(deck, row);
  const index = Math.min(at ?? Infinity, state.checkpoints.length - 1);
  const checkpoint = state.checkpoints[index];
  if (!checkpoint) return deck.say('This run has saved nothing yet.');
  const file = snapshot?.files[index];
  const lies = !file ? 'not looked at yet' : file.bytes === null ? (state.removed.includes(file.file) ? 'removed by the trainer' : 'not there any more') : size(file.bytes);
  const about: [string, string][] = [
    ['epoch', number(checkpoint.epoch)],
    ['step', number(checkpoint.step)],
    ['size', lies],
    ['written', file?.mtimeMs ? timeOfDay(file.mtimeMs) : '–'],
    ['path', file?.path ?? '–'],
  ];
  if (row.recording !== null) about.push(['what it is', 'a small file with the recorded metadata: this run is a recording']);
  page(deck, checkpoint.file, (width) => about.flatMap(([name, text]) => named(name, text, width)), 110);
}

function named(name: string, text: string, width: number): PageLine[] {
  return wrap(text, width - 19).map((line, row) => ({ text: `${(row === 0 ? name : '').padEnd(19)}${line}` }));
}
