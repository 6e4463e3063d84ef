import { Text } from 'ink';
import type { RunState, Series } from '../../core/training/run-state.js';
import { chart } from '../parts/chart.js';
import { fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { axis, lossByStep, stepsOfEpoch } from './axis.js';
import { lossText } from './words.js';

/** Cells of the numbers left of the curve. */
const scaleWidth = 9;

interface Props {
  state: RunState;
  series: Series;
  width: number;
  /** Rows, the two of the axis among them. */
  height: number;
}

/** The average loss over the steps, with its highest and lowest value, where the epochs begin and where files were saved. */
export function LossChart({ state, series, width, height }: Props) {
  const rows = height - 2;
  const inner = width - scaleWidth - 2;
  if (rows < 1 || inner < 8) return null;
  const values = lossByStep(series, state.total_steps);
  const curve = chart(values, inner, rows);
  const known = series.average_loss.some((loss) => loss !== 'nan');
  const saves = state.checkpoints.flatMap(({ step }) => (step === null ? [] : [step]));
  const { line, labels } = axis(values.length, stepsOfEpoch(state), saves, inner);
  const scale = (row: number) => {
    if (!known) return '';
    if (row === 0) return lossText(curve.high);
    return row === rows - 1 ? lossText(curve.low) : '';
  };
  return (
    <>
      {curve.rows.map((text, row) => (
        <Text key={row} wrap="truncate">
          <Text color={theme.quiet}>{`${fill(scale(row), scaleWidth, 'right')} ${scale(row) === '' ? '│' : '┤'}`}</Text>
          <Text color={theme.accent}>{text}</Text>
        </Text>
      ))}
      <Text color={theme.quiet} wrap="truncate">
        {`${fill(saves.length > 0 ? '◆ saved' : '', scaleWidth, 'right')} ╰${line}`}
      </Text>
      <Text color={theme.quiet} wrap="truncate">
        {`${fill('', scaleWidth + 2)}${labels}`}
      </Text>
    </>
  );
}
