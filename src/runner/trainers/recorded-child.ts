import { writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { removeRecordedCheckpoint, writeRecordedCheckpoint } from './recorded-checkpoint.js';
import { interruptEnding } from './recorded-interrupt.js';
import { readRecording, type Recording } from './recording.js';

// The recorded trainer, a program of its own: plays a recorded training byte for byte in its recorded pieces at its
// recorded pace, to stdout and stderr as recorded, writes the files that the record names when it names them, and ends
// as the record ended. An interrupt ends it as it ends the real trainer; terminate and kill end it in silence.
//
// node recorded-child.js RECORDING --output FOLDER [--speed N]

/** The trainer's blind start (imports of many seconds) is cut to this many seconds. */
const longestSilence = 1;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string' }, speed: { type: 'string', default: '1' } },
});
const folder = positionals[0] ?? '';
const output = values.output ?? '';
const speed = Number(values.speed);
if (!folder || !output || !(speed > 0)) {
  process.stderr.write('usage: recorded-child.js RECORDING --output FOLDER [--speed N]\n');
  process.exit(2);
}
const recording = readRecording(folder);
let printed = 0;

process.on('SIGINT', () => {
  const bytes = Buffer.concat(recording.happenings.slice(0, printed).flatMap((one) => (one.kind === 'print' ? [one.bytes] : [])));
  writeAll(recording.mode === 'pipe' ? 2 : 1, interruptEnding(dirname(folder), recording.mode, bytes));
  endBy('SIGINT');
});

await play(recording);
if (recording.signal) endBy(recording.signal);
else process.exit(recording.code ?? 0);

async function play({ happenings }: Recording): Promise<void> {
  const skipped = Math.max(0, (happenings[0]?.at ?? 0) - longestSilence);
  const start = performance.now();
  for (const happening of happenings) {
    const due = start + ((happening.at - skipped) * 1000) / speed;
    // Also when late: signals are heard only between two turns of the event loop.
    const wait = due - performance.now();
    await new Promise((done) => (wait >= 1 ? setTimeout(done, wait) : setImmediate(done)));
    if (happening.kind === 'print') writeAll(happening.stream, happening.bytes);
    else if (happening.kind === 'save') writeRecordedCheckpoint(output, basename(folder), recording, happening.save);
    else removeRecordedCheckpoint(output, happening.file);
    printed++;
  }
}

/** A pipe may take less than all at once; a log file takes all. */
function writeAll(stream: 1 | 2, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(stream, bytes, done);
}

/** Dies of the signal itself, so that whoever waits sees it. */
function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
