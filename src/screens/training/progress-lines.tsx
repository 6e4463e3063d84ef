import { Text } from 'ink';
import stringWidth from 'string-width';
import type { RunState } from '../../core/training/run-state.js';
import { bar } from '../parts/progress.js';
import { fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { clock, number, percent, timeOfDay } from './words.js';
import { stepsOfEpoch } from './axis.js';

/** Cells of what stands right of the bars. */
const besideWidth = 33;

/** Two lines: how far in this epoch, and how far in all, with the pace and when it ends. Every part keeps its width. */
export function ProgressLines({ state, width }: { state: RunState; width: number }) {
  const { step, total_steps, epoch, total_epochs } = state;
  const total = number(total_steps);
  const steps = `step ${fill(number(step), Math.max(total.length, 5), 'right')}/${total}`;
  const epochs = `epoch ${fill(number(epoch), Math.max(number(total_epochs).length, 2), 'right')}/${number(total_epochs)}`;
  const labelWidth = Math.max(stringWidth(steps), stringWidth(epochs), 16);
  const barWidth = Math.max(4, width - labelWidth - besideWidth - 2);
  const beside = timesOf(state);
  return (
    <>
      <BarLine label={fill(epochs, labelWidth)} share={shareOfEpoch(state)} width={barWidth} beside={beside.pace} />
      <BarLine label={fill(steps, labelWidth)} share={step === null || !total_steps ? 0 : step / total_steps} width={barWidth} beside={beside.rest} />
    </>
  );
}

function BarLine({ label, share, width, beside }: { label: string; share: number; width: number; beside: string }) {
  const { done, rest } = bar(share, width);
  return (
    <Text wrap="truncate">
      {` ${label} `}
      <Text color={theme.accent}>{done}</Text>
      <Text color={theme.quiet}>{rest}</Text>
      {beside}
    </Text>
  );
}

/** How far the epoch is that is being trained, 0–1. */
function shareOfEpoch({ step, epoch, total_epochs, total_steps, batches_per_epoch }: RunState): number {
  const perEpoch = stepsOfEpoch({ total_steps, total_epochs, batches_per_epoch });
  if (step === null || epoch === null || perEpoch === null) return 0;
  return Math.max(0, Math.min(1, (step - (epoch - 1) * perEpoch) / perEpoch));
}

/**
 * Pace and times. The trainer says them with every frame of its bar; between two frames they go on by the time since
 * its last output.
 */
function timesOf(state: RunState): { pace: string; rest: string } {
  const { outcome, seconds_per_step, elapsed_s, eta_s, last_output_s } = state;
  const live = outcome === null;
  const since = live ? (last_output_s ?? 0) : 0;
  const elapsed = elapsed_s === null ? null : elapsed_s + since;
  const left = live && eta_s !== null ? Math.max(0, eta_s - since) : null;
  const pace = seconds_per_step === null ? '' : `${secondsText(seconds_per_step)} s/it`;
  const ends = left === null ? '' : `ends ${timeOfDay(Date.now() + left * 1000)}`;
  const gone = elapsed === null ? '' : clock(elapsed);
  return {
    pace: `${fill(pace, 11, 'right')}  ${fill(ends, besideWidth - 13, 'right')}`,
    rest: `${fill(percent(state), 5, 'right')}  ${fill(gone, 9, 'right')}  ${fill(left === null ? '' : `${clock(left)} left`, besideWidth - 18, 'right')}`,
  };
}

function secondsText(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(2) : seconds < 100 ? seconds.toFixed(1) : seconds.toFixed(0);
}
