import { Text } from 'ink';
import stringWidth from 'string-width';
import { printable } from '../../core/printable.js';
import type { RunState } from '../../core/training/run-state.js';
import type { CheckpointFile, RunSnapshot } from '../../runner/runs.js';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Pane } from '../parts/pane.js';
import { scrollTo } from '../parts/scroll.js';
import { fill, size } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { turnWheel } from './move.js';
import { trainingView } from './view.js';
import { number, timeOfDay } from './words.js';

interface Props {
  state: RunState;
  snapshot: RunSnapshot | null;
  /** Row under the cursor; null = the newest. */
  at: number | null;
  focused: boolean;
  width: number;
  height: number;
}

/** The saved epochs, oldest first: number, file, size, when, epoch and step. */
export function SavesPane({ state, snapshot, at, focused, width, height }: Props) {
  const { checkpoints } = state;
  const last = checkpoints.length - 1;
  const cursor = Math.min(at ?? last, last);
  const rows = height - 2;
  const first = scrollTo(0, cursor, checkpoints.length, rows);
  const inner = width - 2;
  const foot = snapshot?.partial ? 'the log is being read' : checkpoints.length > rows ? `${cursor + 1} of ${checkpoints.length}` : '';
  const deck = useDeck();
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const save = first + y;
      if (save > last) return;
      if (focused && save === cursor) return { action: 'training.open' };
      deck.view(trainingView).setState({ focus: 'saves', save: save === last ? null : save });
    },
    wheel: (by) => turnWheel(deck, 'saves', by),
  };
  return (
    <Pane title={checkpoints.length > 0 ? `saves ${checkpoints.length}` : 'saves'} foot={foot} width={width} height={height} focused={focused} mouse={mouse}>
      {checkpoints.length === 0 && (
        <Text color={theme.quiet} wrap="truncate">
          {state.outcome === null ? ' nothing saved yet' : ' nothing was saved'}
        </Text>
      )}
      {checkpoints.slice(first, first + rows).map((checkpoint, row) => {
        const file = snapshot?.files[first + row] ?? null;
        const there = file === null || file.bytes !== null;
        const right = rightOf(checkpoint, file, state, inner);
        const name = checkpoint.file.replace(/\.safetensors$/, '');
        return (
          <Text key={first + row} inverse={focused && first + row === cursor} color={there ? undefined : theme.quiet} wrap="truncate">
            {` ${fill(String(first + row + 1), Math.max(2, String(checkpoints.length).length), 'right')} `}
            {fillFromEnd(name, inner - stringWidth(right) - 4)}
            {right}
          </Text>
        );
      })}
    </Pane>
  );
}

function rightOf({ file: name, epoch, step }: RunState['checkpoints'][number], file: CheckpointFile | null, { removed }: RunState, inner: number): string {
  const bytes = file === null ? '' : file.bytes !== null ? size(file.bytes) : removed.includes(name) ? 'removed' : 'gone';
  const narrow = inner < 48;
  const time = file?.mtimeMs ? timeOfDay(file.mtimeMs) : '';
  const at = narrow ? `e${number(epoch)}` : `epoch ${number(epoch)}`;
  const steps = narrow ? number(step) : `step ${number(step)}`;
  return ` ${fill(bytes, 7, 'right')} ${fill(narrow ? time.slice(-5) : time, narrow ? 5 : 12, 'right')} ${fill(at, narrow ? 3 : 9, 'right')} ${fill(steps, narrow ? 5 : 11, 'right')} `;
}

/** The end of a checkpoint's name tells it from the others, so a long one loses its beginning. */
export function fillFromEnd(text: string, width: number): string {
  const safe = printable(text);
  if (stringWidth(safe) <= width) return fill(safe, width);
  const characters = [...safe];
  while (characters.length > 0 && stringWidth(characters.join('')) > width - 1) characters.shift();
  return fill(`…${characters.join('')}`, width);
}
