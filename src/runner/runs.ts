/** Runs: started detached, found again from any session, watched, stopped. */
export { findRun, listRuns } from './runs/find-runs.js';
export { logPath } from './runs/look.js';
export type { RunPlan } from './runs/prepare-run.js';
export { openLocalRun, runsFolder, type Run } from './runs/run.js';
export type { CheckpointFile } from './runs/run-files.js';
export { startRun } from './runs/start-run.js';
export { stopRun, type StopLevel } from './runs/stop-run.js';
export { watchRun, type RunSnapshot, type RunWatcher } from './runs/watch-run.js';
