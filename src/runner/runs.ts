/** Runs: started detached, found again from any session, watched, stopped. */
export { findRun, listRuns, type ListedRun } from './runs/find-runs.js';
export { lookAtRun, logPath, type Look } from './runs/look.js';
export { readNotes, writeNote, type CheckpointNote, type Notes } from './runs/notes.js';
export { prepareRun, type RunPlan } from './runs/prepare-run.js';
export { openLocalRun, openRun, runsFolder, type Run } from './runs/run.js';
export { realPath, type CheckpointFile } from './runs/run-files.js';
export { startRun } from './runs/start-run.js';
export { stopRun, type StopLevel, type StopOptions } from './runs/stop-run.js';
export { watchRun, type RunSnapshot, type RunWatcher, type WatchOptions } from './runs/watch-run.js';
