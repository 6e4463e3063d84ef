import type { Engine } from '../engines/engine.js';
import { processEngine } from '../engines/process.js';
import type { Host } from '../hosts/host.js';
import { localHost } from '../hosts/local.js';
import { readJson } from '../hosts/read-text.js';
import { runFileSchema, type RunFile } from './run-file.js';

/** A run on disk with what reaches it. */
export interface Run {
  id: string;
  /** Absolute path of the run's folder on its host. */
  folder: string;
  /** Absolute path of its workspace, as the workspace lies now. */
  workspace: string;
  file: RunFile;
  host: Host;
  engine: Engine;
}

/** Where the runs of a workspace lie. */
export function runsFolder(workspace: string): string {
  return `${workspace}/.loradeck/runs`;
}

/** Opens a run's folder; null when it holds no `run.json` that can be read. */
export async function openRun(host: Host, folder: string): Promise<Run | null> {
  const file = await readJson(host, `${folder}/run.json`, runFileSchema);
  if (!file) return null;
  // The folder's own place counts: a workspace may have been moved or copied since.
  const workspace = folder.replace(/\/\.loradeck\/runs\/[^/]+$/, '');
  return { id: file.id, folder, workspace, file, host, engine: processEngine() };
}

/** Opens a run's folder on this machine. */
export function openLocalRun(folder: string): Promise<Run | null> {
  return openRun(localHost(), folder);
}
