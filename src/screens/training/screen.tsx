import { Box } from 'ink';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { isLive } from '../../core/training/run-row.js';
import { useDeck } from '../deck/deck.js';
import type { Room } from '../deck/overlay.js';
import { useSession, useView } from '../deck/use.js';
import { scrollTo } from '../parts/scroll.js';
import { Empty } from './empty.js';
import { trainingLayout } from './layout.js';
import { LogPane } from './log-pane.js';
import { RunList } from './run-list.js';
import { RunPane, runTitle } from './run-pane.js';
import { SavesPane } from './saves-pane.js';
import { useLog } from './use-log.js';
import { shownRun, trainingView } from './view.js';

/** A cursor that runs through the list reads no logs, in milliseconds. */
const restMs = 80;

/** Screen 5: the runs of the workspace, and of one of them how far it is, its curve, its saves and its log. */
export function TrainingScreen({ columns, rows }: Room) {
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
    if (id === null || known) return;
    const timer = setTimeout(() => deck.runs.follow(id), restMs);
    return () => clearTimeout(timer);
  }, [deck, id, known]);

  if (!row) return <Empty width={columns} height={rows} />;
  const layout = trainingLayout(columns, rows);
  const state = snapshot?.state ?? row.state;
  const list = (
    <RunList
      runs={runs}
      at={index}
      first={scrollTo(view.first, index, runs.length, layout.runs, 0)}
      seen={layout.runs}
      rowsPerRun={layout.rowsPerRun}
      focused={view.focus === 'runs'}
      width={layout.list.width}
      height={layout.list.height}
    />
  );
  return (
    <Box flexDirection={layout.stacked ? 'column' : 'row'} width={columns} height={rows}>
      {list}
      {view.wholeLog ? (
        <LogPane title={`log · ${runTitle(row, run, layout.wholeLog.width - 11)}`} log={log} at={view.logAt} wrapped focused={view.focus === 'log'} {...layout.wholeLog} />
      ) : (
        <Box flexDirection="column">
          <RunPane row={row} run={run} snapshot={snapshot} {...layout.run} />
          <Box>
            <SavesPane state={state} snapshot={snapshot} at={view.save} focused={view.focus === 'saves'} {...layout.saves} />
            <LogPane log={log} at={view.logAt} wrapped={false} focused={view.focus === 'log'} {...layout.log} />
          </Box>
        </Box>
      )}
    </Box>
  );
}
