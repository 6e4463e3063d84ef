import { Text } from 'ink';
import type { RunState, Series } from '../../core/training/run-state.js';
import { cut, fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { lossText, number } from './words.js';

/** The numbers of now: average loss, norms and validation where this training has them, and the lowest loss. */
export function ValuesLine({ state, series, width }: { state: RunState; series: Series | null; width: number }) {
  const { average_loss, key_norm, keys_scaled, validation_loss } = state;
  const parts: string[] = [];
  if (key_norm !== null) parts.push(`key norm ${key_norm.toFixed(3)}`);
  if (keys_scaled !== null) parts.push(`keys scaled ${number(keys_scaled)}`);
  if (validation_loss !== null) parts.push(`validation loss ${lossText(validation_loss)}`);
  // Last, as it is what a narrow terminal can do without: the curve shows it too.
  const low = series && lowest(series);
  if (low) parts.push(`lowest ${lossText(low.loss)} at step ${number(low.step)}`);
  return (
    <Text wrap="truncate">
      {' loss '}
      <Text bold color={average_loss === 'nan' ? theme.error : undefined}>
        {fill(lossText(average_loss), 8)}
      </Text>
      <Text color={theme.quiet}>{cut(parts.join(' · '), width - 15)}</Text>
    </Text>
  );
}

function lowest({ step, average_loss }: Series): { step: number; loss: number } | null {
  let best: { step: number; loss: number } | null = null;
  average_loss.forEach((loss, index) => {
    if (loss !== 'nan' && (best === null || loss < best.loss)) best = { step: step[index] ?? 0, loss };
  });
  return best;
}
