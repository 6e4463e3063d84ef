import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isLive, type RunRow } from '../../core/training/run-row.js';
import type { RunState, Series } from '../../core/training/run-state.js';
import { duration } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import { useSession, useView } from '../deck/use.js';
import { Say } from '../parts/say.js';
import { size } from '../parts/text.js';
import { notice } from './notice.js';
import { reasonLines } from './reason.js';
import { useLog } from './use-log.js';
import { shownRun, trainingView } from './view.js';
import { lossText, number, stateWord, timeOfDay } from './words.js';

/** The Training screen for the ear: the run, how far it is, its loss in a sentence, and the save or line under the cursor. */
export function SpokenTraining() {
  const deck = useDeck();
  const runs = useSession((session) => session.runs);
  const view = useView(trainingView);
  const { row, index } = shownRun({ runs }, view);
  const id = row?.id ?? null;
  const snapshot = useStore(deck.runs.snapshots, (all) => (id === null ? null : (all[id] ?? null)));
  const run = id === null ? null : deck.runs.find(id);
  const log = useLog(run, row !== null && isLive(row));
  const known = snapshot !== null;
  useEffect(() => {
    if (id !== null && !known) deck.runs.follow(id);
  }, [deck, id, known]);
  const state = snapshot?.state ?? row?.state ?? null;
  // Figures of a run change all the time; they are said anew with every epoch and every tenth of the way.
  const tenth = state?.step && state.total_steps ? Math.floor((10 * state.step) / state.total_steps) : null;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const progress = useMemo(() => (state ? progressLines(state, snapshot?.series ?? null) : []), [id, known, state?.epoch, tenth, state?.outcome, state?.phase]);
  const end = view.logAt ?? (log ? log.lines.length - 1 : 0);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const logLine = useMemo(() => log?.lines[end] ?? 'no output yet', [id, view.focus, view.logAt, log === null]);
  if (!row || !state) return <Say lines={['Nothing was trained in this workspace yet. s starts a training, after showing what speaks against it.']} />;
  const saves = state.checkpoints;
  const at = Math.min(view.save ?? saves.length - 1, saves.length - 1);
  const save = saves[at];
  const file = snapshot?.files[at];
  const said = notice(state, snapshot?.series ?? null);
  return (
    <Say
      lines={[
        `run ${row.id}, ${index + 1} of ${runs.length}, ${stateWord(state)}${recording(row)}`,
        ...reasonLines(state, 1000).map(({ text }) => text),
        ...progress,
        said.tone !== 'info' && said.text,
        view.focus === 'saves' && (save ? `save ${at + 1} of ${saves.length}: ${save.file}, epoch ${number(save.epoch)}, step ${number(save.step)}${file?.bytes ? `, ${size(file.bytes)}` : ''}` : 'nothing saved'),
        view.focus === 'log' && `log, ${view.logAt === null ? 'its end' : `line ${view.logAt + 1}`}: ${logLine}`,
      ]}
    />
  );
}

/** What is no training says so wherever a run is named. */
function recording({ recording: name }: RunRow): string {
  return name === null ? '' : `, recording ${name}, nothing is trained`;
}

function progressLines(state: RunState, series: Series | null): string[] {
  const { step, total_steps, epoch, total_epochs, average_loss, eta_s, elapsed_s, outcome } = state;
  const live = outcome === null;
  const percent = step === null || !total_steps ? '' : `, ${Math.floor((100 * step) / total_steps)} percent`;
  const ends = live && eta_s !== null ? `, ends at ${timeOfDay(Date.now() + eta_s * 1000)}` : '';
  const took = !live && elapsed_s !== null ? `, took ${duration(elapsed_s)}` : '';
  return [
    step === null ? '' : `epoch ${number(epoch)} of ${number(total_epochs)}, step ${number(step)} of ${number(total_steps)}${percent}${ends}${took}`,
    lossSentence(average_loss, series),
    `${state.checkpoints.length} saved`,
  ];
}

/** The curve in a sentence: the loss now, its lowest and highest, and which way it went last. */
export function lossSentence(now: RunState['average_loss'], series: Series | null): string {
  const values = (series?.average_loss ?? []).flatMap((loss, at) => (loss === 'nan' ? [] : [{ loss, step: series?.step[at] ?? 0 }]));
  const [first] = values;
  if (now === null || !first) return '';
  const low = values.reduce((best, one) => (one.loss < best.loss ? one : best), first);
  const high = values.reduce((best, one) => (one.loss > best.loss ? one : best), first);
  const before = values[Math.max(0, values.length - 1 - Math.ceil(values.length / 10))] ?? first;
  const last = values.at(-1) ?? first;
  const change = (last.loss - before.loss) / (before.loss || 1);
  const way = Math.abs(change) < 0.01 ? 'level' : change < 0 ? 'falling' : 'rising';
  return `loss ${lossText(now)}, lately ${way}; lowest ${lossText(low.loss)} at step ${number(low.step)}, highest ${lossText(high.loss)} at step ${number(high.step)}`;
}
