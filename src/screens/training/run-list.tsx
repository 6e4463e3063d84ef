import { Text } from 'ink';
import stringWidth from 'string-width';
import { isLive, type RunRow } from '../../core/training/run-row.js';
import { duration } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Pane } from '../parts/pane.js';
import { cut, fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { showRun, turnWheel } from './move.js';
import { trainingView } from './view.js';
import { number, percent, signOf, stateWord } from './words.js';

interface Props {
  runs: readonly RunRow[];
  /** Row of the run that is shown. */
  at: number;
  first: number;
  /** How many are seen. */
  seen: number;
  rowsPerRun: number;
  focused: boolean;
  width: number;
  height: number;
}

/** The runs of the workspace, newest first: a line each, or two where there is room. */
export function RunList({ runs, at, first, seen, rowsPerRun, focused, width, height }: Props) {
  const shown = runs.slice(first, first + seen);
  const foot = runs.length > seen ? `${at + 1} of ${runs.length}` : '';
  const deck = useDeck();
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const index = first + Math.floor(y / rowsPerRun);
      if (index === at && focused) return { action: 'training.open' };
      deck.view(trainingView).setState({ focus: 'runs' });
      if (index !== at) showRun(deck, index);
    },
    wheel: (by) => turnWheel(deck, 'runs', by),
  };
  return (
    <Pane title="runs" foot={foot} width={width} height={height} focused={focused} mouse={mouse}>
      {shown.map((row, index) => {
        const props = { row, selected: first + index === at, width: width - 2 };
        return rowsPerRun === 1 ? <OneLine key={row.id} {...props} /> : <TwoLines key={row.id} {...props} />;
      })}
    </Pane>
  );
}

interface RowProps {
  row: RunRow;
  selected: boolean;
  width: number;
}

function OneLine({ row, selected, width }: RowProps) {
  const { sign, color } = signOf(row.state);
  const right = ` ${fill(doing(row), 14)} ${fill(label(row), 9)} ${fill(howFar(row), 7, 'right')} `;
  return (
    <Text inverse={selected} wrap="truncate">
      <Text color={selected ? undefined : color}>{` ${sign} `}</Text>
      {fill(row.id, width - 3 - stringWidth(right))}
      {right}
    </Text>
  );
}

function TwoLines({ row, selected, width }: RowProps) {
  const { sign, color } = signOf(row.state);
  const second = [doing(row), row.recording === null ? '' : `${label(row)} ${row.recording}`].filter(Boolean).join(' · ');
  return (
    <>
      <Text inverse={selected} wrap="truncate">
        <Text color={selected ? undefined : color}>{` ${sign} `}</Text>
        {fill(row.id, width - 12)} {fill(howFar(row), 7, 'right')}{' '}
      </Text>
      <Text color={theme.quiet} wrap="truncate">
        {`   ${cut(second, width - 4)}`}
      </Text>
    </>
  );
}

/** What is no training says so in every row. */
function label({ recording }: RunRow): string {
  return recording === null ? '' : 'recording';
}

function doing(row: RunRow): string {
  const { phase, epoch, total_epochs, nan } = row.state;
  if (nan && row.state.outcome !== 'finished') return `nan · ${stateWord(row.state)}`;
  if (isLive(row) && epoch !== null && (phase === 'training' || phase === 'saving')) return `epoch ${epoch}/${number(total_epochs)}`;
  return stateWord(row.state);
}

/** Percent of a live run, duration of one that ended. */
function howFar(row: RunRow): string {
  if (isLive(row)) return percent(row.state);
  const { elapsed_s } = row.state;
  return elapsed_s === null ? '' : duration(elapsed_s);
}
