import type { Host } from '../hosts/host.js';

/** How a run is carried: a detached process, or (later) a Slurm job. Any engine works over any host. */

export type StopSignal = 'interrupt' | 'terminate' | 'kill';

/** What the engine knows without reading the trainer's output. */
export interface EngineStatus {
  /** `gone`: it was started, is not there any more, and left no exit code. */
  state: 'waiting' | 'running' | 'ended' | 'gone';
  /** Exit code of the trainer when it ended; 128 + n for a signal, as `sh` gives it. */
  exit: number | null;
  pid: number | null;
}

export interface Engine {
  name: string;
  /** Starts the run whose folder is prepared at `folder` on the host. Resolves when it has been handed over. */
  submit(host: Host, folder: string): Promise<void>;
  status(host: Host, folder: string): Promise<EngineStatus>;
  /** Sends a signal to the whole group of the run; a run that has ended is left alone. */
  signal(host: Host, folder: string, signal: StopSignal): Promise<void>;
}
