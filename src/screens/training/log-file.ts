import type { Run } from '../../runner/runs.js';
import { LogLines } from './log-lines.js';

/** Of a long log only the end is read; progress bars fold, so this is many lines. */
const tailBytes = 2 * 1024 * 1024;
const pieceBytes = 256 * 1024;

export interface LogText {
  /** Id of its run. */
  run: string;
  lines: readonly string[];
  /** Absolute path of the whole log. */
  path: string;
  /** True when the beginning was left out. */
  cut: boolean;
}

/** Reads a run's log as it grows. */
export class LogFile {
  private readonly text = new LogLines();
  private offset = -1;
  private cut = false;

  constructor(private readonly run: Run) {}

  /** Reads what has come since the last time; null when nothing has. */
  async read(): Promise<LogText | null> {
    const { logPath } = await import('../../runner/runs.js');
    const path = logPath(this.run);
    const begins = this.offset < 0;
    if (begins) await this.begin(path);
    let grew = begins;
    for (;;) {
      const piece = await this.run.host.read(path, this.offset, pieceBytes);
      if (piece.length === 0) break;
      this.offset += piece.length;
      this.text.push(piece);
      grew = true;
      await new Promise(setImmediate);
    }
    return grew ? { run: this.run.id, lines: this.text.lines(), path, cut: this.cut } : null;
  }

  /** Begins behind a line end, so that no half of a character or of a line is shown. */
  private async begin(path: string): Promise<void> {
    const bytes = (await this.run.host.info(path))?.bytes ?? 0;
    this.offset = Math.max(0, bytes - tailBytes);
    this.cut = this.offset > 0;
    if (!this.cut) return;
    const piece = await this.run.host.read(path, this.offset, pieceBytes);
    this.offset += piece.findIndex((byte) => byte === 0x0a || byte === 0x0d) + 1;
  }
}
