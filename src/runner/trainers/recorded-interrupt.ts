import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordingMode } from './recording.js';

/**
 * What the real trainer prints when it is interrupted: the traceback of the training, that of its launcher, and the
 * last frame of the bar once more. The tracebacks are those of a recorded interrupt; the frame is this run's.
 * @param recordings folder of all recordings
 * @param printed what this run has printed so far
 */
export function interruptEnding(recordings: string, mode: RecordingMode, printed: Uint8Array): Buffer {
  const folder = join(recordings, 'l_sigint_ctrl_c');
  const file = ['stderr.bin', 'pty.bin'].map((name) => join(folder, name)).find(existsSync);
  const tracebacks = file ? tracebacksOf(readFileSync(file).toString('utf8')) : 'KeyboardInterrupt\n';
  const text = `${tracebacks}${lastFrame(Buffer.from(printed).toString('utf8'))}`;
  return Buffer.from(mode === 'pty' ? text.replaceAll('\n', '\r\n') : text);
}

function tracebacksOf(recorded: string): string {
  const text = recorded.replaceAll('\r\n', '\n');
  return text.slice(text.indexOf('Traceback (most recent call last)'), text.lastIndexOf('\rsteps:'));
}

/** The last whole frame of the steps bar, as it is printed again at the end; empty before the first. */
function lastFrame(printed: string): string {
  const frames = [...printed.matchAll(/\rsteps: +\d+%\|[^\r\n\u001b\]]*\]/g)];
  const last = frames.at(-1)?.[0];
  return last ? `${last}\n` : '';
}
