import type { Checkpoint } from './run-state.js';

/*
 * The trainer prints `saving checkpoint: …` before it writes, prints nothing when the file is written, and without
 * PYTHONUNBUFFERED these lines arrive long after the steps they belong to. So epoch and step of a save come from its
 * name and from where the epochs began, and a save counts once something later shows that the trainer went on.
 */

/** A save line. `step` is the bar's count when the line arrived, which may be late. */
export interface Save {
  file: string;
  step: number | null;
  /** Where a save of an earlier run in the same log belongs. */
  placed?: Checkpoint;
}

/** What is known of the run's course. Null = not (yet) printed. */
export interface Course {
  step: number | null;
  epoch: number | null;
  total_epochs: number | null;
  batches_per_epoch: number | null;
  accumulation: number | null;
  firstEpoch: number | null;
  /** The bar's count when an epoch was first spoken of. */
  epochStarts: ReadonlyMap<number, number>;
}

interface Name {
  stem: string;
  epoch: number | null;
  step: number | null;
}

/** The last part of a path, for `/` and `\`. */
export function baseName(path: string): string {
  return path.replace(/[/\\]+$/, '').replace(/^.*[/\\]/, '');
}

/** `name-000003.safetensors`, `name-step00000015.safetensors` or `name.safetensors`, taken apart. */
function takeApart(file: string): Name {
  const stem = file.replace(/\.(?:safetensors|ckpt|pt)$/i, '');
  const step = /^(.*)-step(\d{8,})$/.exec(stem);
  if (step) return { stem: step[1] ?? '', epoch: null, step: Number(step[2]) };
  const epoch = /^(.*)-(\d{6,})$/.exec(stem);
  return epoch ? { stem: epoch[1] ?? '', epoch: Number(epoch[2]), step: null } : { stem, epoch: null, step: null };
}

/** The bar's count at the end of an epoch: where the next one was seen to begin, and never behind where it must. */
function endOfEpoch(epoch: number, course: Course): number | null {
  const { batches_per_epoch: batches, firstEpoch } = course;
  const seen = course.epochStarts.get(epoch + 1) ?? Infinity;
  const perEpoch = batches === null ? null : Math.ceil(batches / (course.accumulation ?? 1));
  // After a resume within an epoch the first one is shorter than this, so the smaller of the two is right.
  const planned = perEpoch === null || firstEpoch === null ? Infinity : (epoch - firstEpoch + 1) * perEpoch;
  const end = Math.min(seen, planned);
  return Number.isFinite(end) ? end : null;
}

/** The epoch that a step belongs to; the last step of an epoch is its own. */
function epochOfStep(step: number, course: Course): number | null {
  if (course.firstEpoch === null || course.epoch === null) return null;
  for (let epoch = course.firstEpoch; epoch < course.epoch; epoch++) {
    const end = endOfEpoch(epoch, course);
    if (end !== null && step <= end) return epoch;
  }
  return course.epoch;
}

/** A save with the epoch and the bar's count that it belongs to. `others`: the names of all saves of the run. */
export function placeSave(save: Save, others: readonly Save[], course: Course): Checkpoint {
  if (save.placed) return save.placed;
  const name = takeApart(save.file);
  if (name.step !== null) return { file: save.file, epoch: epochOfStep(name.step, course), step: name.step };
  if (name.epoch !== null && !isLast(save.file, name.epoch, others, course)) {
    const end = endOfEpoch(name.epoch, course) ?? save.step;
    return { file: save.file, epoch: name.epoch, step: end };
  }
  return { file: save.file, epoch: course.epoch, step: course.step };
}

/** Is this the save at the end, which has no number of its own (its name may still end in one)? */
export function isLastSave(save: Save, others: readonly Save[], course: Course): boolean {
  const name = takeApart(save.file);
  return name.step === null && (name.epoch === null || isLast(save.file, name.epoch, others, course));
}

function isLast(file: string, epoch: number, others: readonly Save[], course: Course): boolean {
  // The last epoch is never saved under its number.
  if (course.total_epochs !== null && epoch >= course.total_epochs) return true;
  const stem = file.replace(/\.[^.]*$/, '');
  // Asked for every save in every look at a run, so the cheap question comes first.
  return others.some((other) => other.file.startsWith(stem) && other.file !== file && takeApart(other.file).stem === stem);
}

/** The trainer is beyond the step of this save, so the file is written. */
export function isPassed(save: Save, others: readonly Save[], course: Course): boolean {
  if (course.step === null || isLastSave(save, others, course)) return false;
  const { epoch, step } = takeApart(save.file);
  const at = step ?? (epoch === null ? null : endOfEpoch(epoch, course));
  return at !== null && course.step > at;
}
