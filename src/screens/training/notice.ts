import type { RunState, Series } from '../../core/training/run-state.js';
import { counted } from '../../core/words.js';
import { number, phaseSentence } from './words.js';

/** From this many seconds without output on, silence is worth a word. */
const longSilence = 60;

export interface Notice {
  text: string;
  tone: 'error' | 'warn' | 'info';
}

/** The line under the bars: the nan alarm (Q03), else what the trainer does when it does not train, else its warnings. */
export function notice(state: RunState, series: Series | null): Notice {
  const { outcome, phase, nan, warnings, last_output_s } = state;
  if (nan) {
    const begun = series?.average_loss.indexOf('nan') ?? -1;
    const since = begun < 0 ? '' : ` since step ${number(series?.step[begun] ?? null)}`;
    return { text: `the loss is nan${since}: nothing is learned any more${outcome === null ? '; S stops the run' : ''} (Q03)`, tone: 'error' };
  }
  const said = outcome === null ? phaseSentence(phase) : '';
  if (said !== '') return { text: said, tone: 'info' };
  if (outcome === null && last_output_s !== null && last_output_s >= longSilence) {
    return { text: `no output for ${Math.floor(last_output_s / 60)} min`, tone: 'warn' };
  }
  if (warnings.length > 0) return { text: `${counted(warnings.length, 'warning')} of the trainer · w shows ${warnings.length === 1 ? 'it' : 'them'}`, tone: 'info' };
  return { text: '', tone: 'info' };
}
