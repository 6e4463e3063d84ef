import { resolve } from 'node:path';
import type { RunRow } from '../../core/training/run-row.js';
import { localHost } from '../hosts/local.js';
import { knownWorkspaces } from '../known-workspaces.js';
import { lookAtRun } from './look.js';
import { openRun, runsFolder, type Run } from './run.js';

/** A run with what it is doing now. */
export interface ListedRun extends RunRow {
  run: Run;
}

/**
 * The runs of these workspaces (all that the program knows when none are given), newest first, each with its state.
 * A folder that is no complete run is left out.
 */
export async function listRuns(workspaces?: readonly string[]): Promise<ListedRun[]> {
  const runs = await openRuns(workspaces ?? (await knownWorkspaces()));
  const listed = await Promise.all(
    runs.map(async (run): Promise<ListedRun> => {
      const { state } = await lookAtRun(run);
      const { id, workspace, file } = run;
      return { id, workspace, created: file.created, recording: file.recorded?.name ?? null, state, run };
    }),
  );
  return listed.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : a.id < b.id ? 1 : -1));
}

/** The runs of a workspace whose trainer works, or is about to. */
export async function liveRuns(workspace: string): Promise<Run[]> {
  const runs = await openRuns([workspace]);
  const states = await Promise.all(runs.map(async ({ engine, host, folder }) => (await engine.status(host, folder)).state));
  return runs.filter((_, at) => states[at] === 'running' || states[at] === 'waiting');
}

/** A run by its id, from any workspace that the program knows or that is given; the newest if two bear it. */
export async function findRun(id: string, workspaces: readonly string[] = []): Promise<Run | null> {
  const host = localHost();
  const found: Run[] = [];
  for (const workspace of new Set([...workspaces, ...(await knownWorkspaces())])) {
    const run = await openRun(host, `${runsFolder(resolve(workspace))}/${id}`);
    if (run) found.push(run);
  }
  found.sort((a, b) => (a.file.created < b.file.created ? 1 : -1));
  return found[0] ?? null;
}

async function openRuns(workspaces: readonly string[]): Promise<Run[]> {
  const host = localHost();
  const found = [...new Set(workspaces)].map(async (workspace) => {
    const parent = runsFolder(resolve(workspace));
    const folders = (await host.list(parent).catch(() => [])).filter(({ folder }) => folder);
    return Promise.all(folders.map(({ name }) => openRun(host, `${parent}/${name}`)));
  });
  return (await Promise.all(found)).flat().filter((run) => run !== null);
}
