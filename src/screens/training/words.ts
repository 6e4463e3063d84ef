import type { Outcome, Phase, RunState } from '../../core/training/run-state.js';
import { number as format } from '../../core/words.js';
import { theme, type Tone } from '../parts/theme.js';

interface Sign {
  sign: string;
  color: string | undefined;
}

const outcomes: Record<Outcome, { sign: string; tone: Tone; words: string; says: string }> = {
  finished: { sign: '✓', tone: 'good', words: 'finished', says: 'it trained to its end.' },
  failed: { sign: '✗', tone: 'error', words: 'failed', says: 'the trainer ended with an error.' },
  'no-data': { sign: '✗', tone: 'error', words: 'no data found', says: 'the trainer found nothing to train on and left.' },
  interrupted: { sign: '■', tone: 'warn', words: 'interrupted', says: 'stopped by an interrupt; what it saved before stays.' },
  killed: { sign: '■', tone: 'warn', words: 'killed', says: 'ended by a signal; what it saved before stays.' },
  vanished: {
    sign: '?',
    tone: 'warn',
    words: 'vanished',
    says: 'the trainer is gone without an exit code: the machine went down, or something killed it (often for lack of memory).',
  },
};

const phases: Record<Phase, string> = {
  starting: 'the trainer is starting: 10–20 s before its first line are usual',
  loading: 'loading: settings, images and the base model',
  caching: 'caching the latents of the images',
  training: '',
  saving: 'saving a checkpoint',
  sampling: 'drawing sample pictures',
  validating: 'measuring the validation loss',
  stopping: 'stopping: the trainer is on its way out',
  ended: '',
};

/** The sign of a run and its colour: ● live, ✓ finished, ✗ failed, ■ stopped, ? vanished. */
export function signOf({ outcome, nan }: Pick<RunState, 'outcome' | 'nan'>): Sign {
  // What was trained with a loss of nan is broken, however the run ended (Q03).
  if (outcome === 'finished' && nan) return { sign: '✗', color: theme.error };
  if (outcome === null) return { sign: '●', color: theme.good };
  const { sign, tone } = outcomes[outcome];
  return { sign, color: theme[tone] };
}

/** One or two words for what a run is doing, or how it ended. */
export function stateWord({ outcome, phase, nan }: Pick<RunState, 'outcome' | 'phase' | 'nan'>): string {
  if (outcome === 'finished' && nan) return 'finished, but the loss is nan';
  return outcome === null ? phase : outcomes[outcome].words;
}

/** What a phase other than training means; empty while it trains. */
export function phaseSentence(phase: Phase): string {
  return phases[phase];
}

/** How a run ended, in a sentence; empty while it is live. */
export function outcomeSentence(outcome: Outcome | null): string {
  return outcome === null ? '' : outcomes[outcome].says;
}

/** A number of steps for people: `1,271`; `–` when it is not known. */
export function number(value: number | null): string {
  return value === null ? '–' : format(value);
}

/** Seconds as a clock: `07:45`, `1:07:45`; `–` when they are not known. */
export function clock(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}

/** A moment as hours and minutes of this machine's time: `14:52`; with its day when that is another one. */
export function timeOfDay(ms: number, nowMs = Date.now()): string {
  const [date, now] = [new Date(ms), new Date(nowMs)];
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === now.toDateString()) return time;
  return `${date.toLocaleString('en', { month: 'short' })} ${date.getDate()} ${time}`;
}

/** A loss with the three digits that the trainer prints. */
export function lossText(loss: number | 'nan' | null): string {
  if (loss === null) return '–';
  return loss === 'nan' ? 'nan' : loss.toPrecision(3);
}

/** Share of the steps that are done, as `41%`; empty when it is not known. */
export function percent({ step, total_steps }: Pick<RunState, 'step' | 'total_steps'>): string {
  return step === null || !total_steps ? '' : `${Math.floor((100 * step) / total_steps)}%`;
}
