import { createStore } from 'zustand/vanilla';
import type { SessionStore } from '../../core/session/session.js';
import { isLive, type RunRow } from '../../core/training/run-row.js';
import type { Run, RunSnapshot, RunWatcher } from '../../runner/runs.js';
import type { Runs } from './runs.js';

/** How often a workspace is looked at for runs that another program started, in milliseconds. */
const lookMs = 3000;
/** How often a live run is looked at; with the log once a second the screen is drawn four times a second. */
const watchMs = 333;

/** Keeps `session.runs` up to date: lists the runs of the workspace and follows those that are live. */
export function createRuns(session: SessionStore): Runs {
  const snapshots = createStore<Readonly<Record<string, RunSnapshot>>>(() => ({}));
  const watchers = new Map<string, RunWatcher>();
  const known = new Map<string, Run>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Grows with every look, so that of two that overlap only the later one counts and only one goes on looking. */
  let turn = 0;
  let seen = '';
  let closed = false;

  async function watch(run: Run): Promise<void> {
    const { id } = run;
    if (watchers.has(id)) return;
    const { watchRun } = await import('../../runner/runs.js');
    if (closed || watchers.has(id) || known.get(id) !== run) return;
    const watcher = watchRun(run, { intervalMs: watchMs });
    watchers.set(id, watcher);
    watcher.onChange((snapshot) => {
      snapshots.setState({ [id]: snapshot });
      session.setState(({ runs }) => ({ runs: runs.map((row) => (row.id === id ? { ...row, state: snapshot.state } : row)) }));
    });
    // Files that could not be read this time are tried again at the next look.
    watcher.done.catch(() => {
      if (watchers.get(id) === watcher) watchers.delete(id);
      seen = '';
    });
  }

  /** What changes whenever a run comes, goes, starts or ends. Reading every log each time would cost far more. */
  async function fingerprint(root: string): Promise<string> {
    const [{ localHost }, { runsFolder }] = await Promise.all([import('../../runner/hosts/local.js'), import('../../runner/runs.js')]);
    const folders = await localHost().list(runsFolder(root));
    return folders.map(({ name, mtimeMs }) => `${name} ${mtimeMs}`).sort().join('\n');
  }

  async function look(root: string): Promise<void> {
    const mine = ++turn;
    if (timer) clearTimeout(timer);
    const overtaken = () => closed || turn !== mine || session.getState().root !== root;
    try {
      const now = await fingerprint(root);
      if (overtaken() || now === seen) return;
      const { listRuns } = await import('../../runner/runs.js');
      const listed = await listRuns([root]);
      if (overtaken()) return;
      seen = now;
      // A run that is known stays the same object, so that what hangs on it does not begin anew.
      for (const { id, run } of listed) if (!known.has(id)) known.set(id, run);
      session.setState({
        runs: listed.map(({ id, workspace, created, recording, state }): RunRow => {
          return { id, workspace, created, recording, state: watchers.get(id)?.snapshot()?.state ?? state };
        }),
      });
      await Promise.all(listed.filter(isLive).map(({ id, run }) => watch(known.get(id) ?? run)));
    } finally {
      if (!overtaken()) {
        timer = setTimeout(() => void look(root).catch(() => {}), lookMs);
        timer.unref();
      }
    }
  }

  function forget(): void {
    if (timer) clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
    known.clear();
    seen = '';
  }

  return {
    snapshots,
    open: async (root) => {
      forget();
      snapshots.setState({}, true);
      await look(root);
    },
    follow: (id) => {
      const run = known.get(id);
      if (run) void watch(run).catch(() => {});
    },
    start: async (root, plan) => {
      const { startRun } = await import('../../runner/runs.js');
      const run = await startRun(root, plan);
      if (session.getState().root === root) {
        known.set(run.id, run);
        seen = '';
        await look(root);
        await watch(known.get(run.id) ?? run);
      }
      return run.id;
    },
    find: (id) => known.get(id) ?? null,
    close: () => {
      closed = true;
      forget();
    },
  };
}
