import type { StoreApi } from 'zustand/vanilla';
import type { RunSnapshot } from '../../runner/runs.js';
import type { RunPlan, Run } from '../../runner/runs.js';

/** The runs of the workspace that is open, kept up to date while the program runs. */
export interface Runs {
  /** What is known of each run that is watched, by id. */
  snapshots: StoreApi<Readonly<Record<string, RunSnapshot>>>;
  /** Looks for the runs of a workspace, and follows those that are live. */
  open(root: string): Promise<void>;
  /** Follows a run that has ended, so that its curve and saves can be shown. */
  follow(id: string): void;
  /** Starts a run; its id. Throws an error with one sentence. */
  start(root: string, plan: RunPlan): Promise<string>;
  /** The run by its id, as the runner knows it. */
  find(id: string): Run | null;
  /** Stops watching; the runs go on. */
  close(): void;
}
