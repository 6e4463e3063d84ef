import { printable } from '../printable.js';
import { explainFault } from './causes.js';
import type { BarEvent, StepEvent, TrainerEvent } from './events.js';
import { loss } from './bar.js';
import { restart, type Memory } from './memory.js';
import { english } from './phrases.js';
import { baseName, isLastSave } from './saves.js';

const MOST_WARNINGS = 200;
const MOST_NOTES = 50;

/** Takes one event into the memory. */
export function reduce(memory: Memory, event: TrainerEvent): void {
  switch (event.kind) {
    case 'step':
      return takeStep(memory, event);
    case 'bar':
      return takeBar(memory, event);
    case 'plan':
      memory[event.field] = event.value;
      return;
    case 'epoch':
      return takeEpoch(memory, event.epoch, event.total);
    case 'save':
      goesOn(memory);
      memory.saves.push({ file: printable(baseName(event.path)), step: memory.step });
      memory.barClosed = false;
      if (!memory.modelSaved) memory.phase = 'saving';
      return;
    case 'removed':
      goesOn(memory);
      memory.removed.push(printable(baseName(event.path)));
      return;
    case 'state':
      goesOn(memory);
      if (event.done) memory.states.push(printable(baseName(event.path)));
      if (!memory.modelSaved) memory.phase = 'saving';
      return;
    case 'sampling':
      goesOn(memory);
      if (!memory.modelSaved) memory.phase = 'sampling';
      return;
    case 'work':
      // Once the bar is there, such a line is one that was buffered.
      if (memory.step === null) memory.phase = event.what;
      return;
    case 'record':
      return takeRecord(memory, event.level, event.text);
    case 'model-saved':
      goesOn(memory);
      memory.modelSaved = true;
      return;
    case 'no-data':
      memory.noData = printable(event.message);
      return;
    case 'refused':
      memory.fault = explainFault(event.source, event.message, memory.notes);
      return;
    case 'exception':
      return takeException(memory, event.type, event.message, event.launcher);
  }
}

/** Something was printed that the trainer prints only after its last save was complete. */
function goesOn(memory: Memory): void {
  memory.proven = memory.saves.length;
}

function takeStep(memory: Memory, event: StepEvent): void {
  const before = memory.step;
  if (before !== null && event.step < before) {
    if (event.step > 0 || event.seconds_per_step !== null || event.average_loss !== null) return;
    restart(memory);
  }
  const moved = before === null || event.step !== before || event.average_loss !== memory.average_loss;
  if (before !== null && event.step > before) memory.fault = null;
  if (moved || memory.phase === 'starting' || memory.phase === 'loading' || memory.phase === 'caching') {
    memory.phase = 'training';
  } else if (memory.fault === null && !memory.interrupted) memory.barClosed = true;

  memory.step = event.step;
  if (event.total !== null && event.total > 0) memory.total_steps = event.total;
  if (event.key_norm !== null) memory.key_norm = event.key_norm;
  if (event.keys_scaled !== null) memory.keys_scaled = event.keys_scaled;
  if (event.seconds_per_step !== null) memory.seconds_per_step = event.seconds_per_step;
  if (event.elapsed_s !== null) memory.elapsed_s = event.elapsed_s;
  memory.eta_s = event.eta_s;
  if (event.average_loss === null) return;
  memory.average_loss = event.average_loss;
  if (event.average_loss === 'nan') memory.nan = true;
  if (event.step === 0) return;
  const { step, average_loss } = memory.series;
  const last = step.length - 1;
  if (step[last] === event.step) average_loss[last] = event.average_loss;
  else {
    step.push(event.step);
    average_loss.push(event.average_loss);
  }
}

function takeBar(memory: Memory, event: BarEvent): void {
  if (event.label !== 'validation steps' && event.label !== 'epoch validation steps') return;
  const value = loss(event.values.val_avg_loss ?? event.values.val_epoch_avg_loss);
  if (typeof value === 'number') memory.validation_loss = value;
  else if (value === 'nan') memory.nan = true;
  if (!memory.modelSaved) memory.phase = 'validating';
}

function takeEpoch(memory: Memory, epoch: number, total: number | null): void {
  goesOn(memory);
  if (total !== null) memory.total_epochs = total;
  if (!memory.epochStarts.has(epoch)) memory.epochStarts.set(epoch, memory.step ?? 0);
  memory.firstEpoch = Math.min(memory.firstEpoch ?? epoch, epoch);
  // Buffered lines name earlier epochs late.
  memory.epoch = Math.max(memory.epoch ?? epoch, epoch);
  if (memory.step !== null && !memory.modelSaved) memory.phase = 'training';
}

function takeRecord(memory: Memory, level: string, text: string): void {
  if (level === 'INFO' || level === 'DEBUG') {
    // The trainer works on, so the exception before this was not its end.
    memory.fault = null;
    if (memory.step === null && memory.phase !== 'caching') memory.phase = 'loading';
    if (memory.phase === 'caching' && text.startsWith('create ')) memory.phase = 'loading';
    return;
  }
  if (memory.notes.length < MOST_NOTES) memory.notes.push(text);
  const warning = printable(english(text));
  if (warning !== '' && memory.warnings.length < MOST_WARNINGS && !memory.warnings.includes(warning)) {
    memory.warnings.push(warning);
  }
}

function takeException(memory: Memory, type: string, message: string, launcher: boolean): void {
  if (type === 'KeyboardInterrupt') {
    memory.interrupted = true;
    return;
  }
  if (!launcher) {
    memory.fault = explainFault(type, message, memory.notes);
    return;
  }
  const signal = /died with <Signals\.(\w+): \d+>/.exec(message);
  if (signal) memory.signal = signal[1] ?? null;
  else memory.exitReported = true;
}

/** Did the text show the last save of all to be complete, whether or not the trainer said so? */
export function lastSaveSeen(memory: Memory): boolean {
  const last = memory.saves.at(-1);
  return last !== undefined && memory.barClosed && isLastSave(last, memory.saves, memory);
}
