import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Recorded } from '../../core/journal/change.js';
import { counted, number } from '../../core/words.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Room } from '../deck/overlay.js';
import { Blank } from '../parts/dialog.js';
import { DiffLine, diffWords } from '../parts/diff.js';
import { Pane } from '../parts/pane.js';
import { Say, useSpoken } from '../parts/say.js';
import { wheelLines } from '../parts/scroll.js';
import { cut, fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { historyLayout } from './layout.js';
import type { HistoryView } from './model.js';
import { summary, when } from './words.js';

interface Props {
  store: StoreApi<HistoryView>;
  room: Room;
  go: (at: number) => void;
  scroll: (by: number) => void;
}

/** The changes, and what the one under the cursor did. */
export function HistoryPane({ store, room, go, scroll }: Props) {
  const view = useStore(store);
  const spoken = useSpoken();
  const { beside, list, diff } = historyLayout(room);
  const { changes, at, first, preview, scrolled } = view;
  const change = changes[at];
  const shown = preview && preview.id === change?.id ? preview : null;
  if (spoken) return <Say lines={sayHistory(view)} />;
  const below = shown ? shown.rows.length - scrolled - diff.rows : 0;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      if (first + y === at) return { key: 'enter' };
      if (first + y < changes.length) go(first + y);
    },
    wheel: (by) => go(at + by),
  };
  const foot = `⏎ ${change?.undone ? 'bring back' : 'take back'} · esc leave`;
  return (
    <Box width={room.columns} height={room.rows} flexDirection={beside ? 'row' : 'column'}>
      <Blank columns={room.columns} rows={room.rows} />
      <Pane
        title={`history: ${summary(changes)}`}
        foot={foot}
        width={list.width}
        height={list.height}
        focused
        mouse={mouse}
      >
        {Array.from({ length: list.rows }, (_, row) => (
          <ChangeLine key={row} change={changes[first + row]} selected={first + row === at} width={list.width - 2} />
        ))}
      </Pane>
      <Pane
        title={change ? `what it did · ${counted(change.images, 'image')}` : ''}
        foot={below > 0 ? `${number(below)} more lines · J K` : ''}
        width={diff.width}
        height={diff.height}
        mouse={{ wheel: (by) => scroll(by * wheelLines) }}
      >
        {Array.from({ length: diff.rows }, (_, row) => {
          const line = shown?.rows[scrolled + row];
          const note = shown && scrolled + row === shown.rows.length ? shown.note : '';
          return (
            <Box key={row} paddingX={1} width={diff.width - 2}>
              {line ? <DiffLine row={line} width={diff.width - 4} /> : <Text color={theme.quiet}>{fill(note, diff.width - 4)}</Text>}
            </Box>
          );
        })}
      </Pane>
    </Box>
  );
}

function ChangeLine({ change, selected, width }: { change: Recorded | undefined; selected: boolean; width: number }) {
  if (!change) return <Text>{fill('', width)}</Text>;
  const { at, images, what, undone } = change;
  const time = fill(when(at), 11);
  const state = undone ? ' undone ' : ' ';
  const room = width - 1 - time.length - 7 - state.length;
  return (
    <Text inverse={selected} wrap="truncate" color={undone && !selected ? theme.quiet : undefined}>
      <Text color={selected ? undefined : theme.quiet}>{` ${time} `}</Text>
      {fill(images > 0 ? number(images) : '', 5, 'right')} {fill(what, room)}
      {state}
    </Text>
  );
}

/** The history for the ear: the change under the cursor with its place, then what it did. */
function sayHistory({ changes, at, preview }: HistoryView): string[] {
  const change = changes[at];
  if (!change) return ['history'];
  const { what, undone } = change;
  const lines = preview?.id === change.id ? preview.rows.slice(0, 20).map((row) => diffWords(row)) : [];
  return [`history: ${summary(changes)}`, `change ${at + 1} of ${changes.length}: ${cut(what, 200)}, ${when(change.at)}${undone ? ', undone' : ''}`, ...lines];
}
