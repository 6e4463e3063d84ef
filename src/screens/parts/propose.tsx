import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../../core/journal/change.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { Dialog } from './dialog.js';
import { DiffLine, diffLines, type DiffRow } from './diff.js';
import { move } from './scroll.js';
import { cut } from './text.js';
import { signs, theme } from './theme.js';

export interface Proposal {
  title: string;
  change: Change;
  /** Above the lines: `15 change, 3 have it already`. */
  lead: string;
  /** What follows from it and stands in no file, in lines. */
  notes?: readonly string[];
  /** What cannot be done for some files, in sentences. */
  warnings?: readonly string[];
  /** After it was applied. */
  done?: () => void | Promise<void>;
}

/** Shows a change as a diff, and applies it on enter. */
export function propose(deck: Deck, proposal: Proposal): void {
  const { change } = proposal;
  if (change.entries.length === 0) {
    deck.say(proposal.warnings?.[0] ?? 'There is nothing to change.', 'info');
    return;
  }
  const rows = diffLines(change);
  const store = createStore<{ first: number }>(() => ({ first: 0 }));
  const scroll = (delta: number) => store.setState(({ first }) => ({ first: move(first, delta, rows.length) }));
  const overlay: Overlay = {
    name: 'propose',
    keys: [{ key: '⏎', word: 'apply' }, { key: 'j', word: 'down' }, { key: 'k', word: 'up' }, { key: 'esc', word: 'cancel' }],
    render: (room) => <Sheet store={store} proposal={proposal} rows={rows} room={room} />,
    key: (name) => {
      if (name === 'escape' || name === 'n' || name === 'q' || name === 'ctrl-c') return deck.close(overlay);
      if (name === 'down' || name === 'j') return scroll(1);
      if (name === 'up' || name === 'k') return scroll(-1);
      if (name === 'pagedown' || name === 'space') return scroll(10);
      if (name === 'pageup') return scroll(-10);
      if (name !== 'enter' && name !== 'y') return;
      deck.close(overlay);
      void deck.apply(change).then((done) => (done ? proposal.done?.() : undefined));
    },
  };
  deck.show(overlay);
}

interface Props {
  store: StoreApi<{ first: number }>;
  proposal: Proposal;
  rows: readonly DiffRow[];
  room: Room;
}

function Sheet({ store, proposal, rows, room }: Props) {
  const { first } = useStore(store);
  const width = Math.min(120, room.columns - 2);
  const warnings = proposal.warnings ?? [];
  const notes = (proposal.notes ?? []).slice(0, Math.max(0, room.rows - rows.length - warnings.length - 4));
  const fixed = 3 + warnings.length + notes.length;
  const height = Math.min(room.rows, rows.length + fixed);
  const seen = Math.max(1, height - fixed);
  const start = Math.max(0, Math.min(first, rows.length - seen));
  const below = rows.length - start - seen;
  const foot = `${below > 0 ? `${below} more · ` : ''}⏎ apply · esc cancel`;
  return (
    <Dialog title={proposal.title} foot={foot} width={width} height={height} room={room}>
      <Box paddingX={1}>
        <Text bold>{cut(proposal.lead, width - 4)}</Text>
      </Box>
      {warnings.map((warning, row) => (
        <Box key={`w${row}`} paddingX={1}>
          <Text color={theme.warn} wrap="truncate">
            {signs.warn} {cut(warning, width - 6)}
          </Text>
        </Box>
      ))}
      {rows.slice(start, start + seen).map((row, index) => (
        <Box key={start + index} paddingX={1}>
          <DiffLine row={row} width={width - 4} />
        </Box>
      ))}
      {notes.map((note, row) => (
        <Box key={`n${row}`} paddingX={1}>
          <Text color={theme.quiet}>{cut(note, width - 4)}</Text>
        </Box>
      ))}
    </Dialog>
  );
}
