import { createStore } from 'zustand/vanilla';
import type { SessionStore } from '../../core/session/session.js';
import type { RunRow } from '../../core/training/run-row.js';
import type { Run, RunSnapshot, RunWatcher } from '../../runner/runs.js';
import type { Runs } from './runs.js';

/** How often a workspace is looked at for runs that another program started, in milliseconds. */
const lookMs = 3000;

/** Keeps `session.runs` up to date: lists the runs of the workspace and follows those that are live. */
export function createRuns(session: SessionStore): Runs {
  const snapshots = createStore<Readonly<Record<string, RunSnapshot>>>(() => ({}));
  const watchers = new Map<string, RunWatcher>();
  const known = new Map<string, Run>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  function watch(id: string, run: Run, watchRun: (run: Run) => RunWatcher): void {
    if (watchers.has(id)) return;
    const watcher = watchRun(run);
    watchers.set(id, watcher);
    watcher.onChange((snapshot) => {
      snapshots.setState({ [id]: snapshot });
      session.setState(({ runs }) => ({ runs: runs.map((row) => (row.id === id ? { ...row, state: snapshot.state } : row)) }));
    });
  }

  async function look(root: string): Promise<void> {
    const { listRuns, watchRun } = await import('../../runner/runs.js');
    const listed = await listRuns([root]);
    if (closed || session.getState().root !== root) return;
    for (const row of listed) {
      known.set(row.id, row.run);
      if (row.state.outcome === null) watch(row.id, row.run, watchRun);
    }
    const before = session.getState().runs;
    const rows = listed.map(({ id, workspace, created, recording, state }): RunRow => {
      const seen = watchers.get(id)?.snapshot()?.state;
      return { id, workspace, created, recording, state: seen ?? state };
    });
    // Watched runs report by themselves; the list is news only when a run came or went.
    if (rows.length !== before.length || rows.some((row, i) => row.id !== before[i]?.id)) session.setState({ runs: rows });
    timer = setTimeout(() => void look(root).catch(() => {}), lookMs);
    timer.unref();
  }

  return {
    snapshots,
    open: async (root) => {
      if (timer) clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      known.clear();
      snapshots.setState({}, true);
      await look(root);
    },
    follow: (id) => {
      const run = known.get(id);
      if (run) void import('../../runner/runs.js').then(({ watchRun }) => watch(id, run, watchRun));
    },
    start: async (root, plan) => {
      const { startRun, watchRun } = await import('../../runner/runs.js');
      const run = await startRun(root, plan);
      known.set(run.id, run);
      if (timer) clearTimeout(timer);
      await look(root);
      watch(run.id, run, watchRun);
      return run.id;
    },
    find: (id) => known.get(id) ?? null,
    close: () => {
      closed = true;
      if (timer) clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
