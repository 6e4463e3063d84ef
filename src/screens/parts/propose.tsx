import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../../core/journal/change.js';
import { explainError } from '../../core/system-error.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { bodyRows } from './body.js';
import { Dialog } from './dialog.js';
import { DiffLine, diffLines, diffWords, type DiffRow } from './diff.js';
import { Say, useSpoken } from './say.js';
import { wheelLines } from './scroll.js';
import { scrollKey } from './scroll-keys.js';
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
  /** The lines that show it, where the entries do not tell what they mean for a person. */
  rows?: readonly DiffRow[];
  /** Makes the change to apply, where that already takes something to be written. */
  complete?: () => Promise<Change>;
  /** Applies it, where that is more than to write the change. False = refused. */
  apply?: () => Promise<boolean>;
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
  const rows = proposal.rows ?? diffLines(change);
  const store = createStore<{ first: number }>(() => ({ first: 0 }));
  const inRoom = () => {
    const { columns, rows: all } = deck.room();
    return sheet(proposal, rows, { columns, rows: bodyRows(all) });
  };
  const scroll = (delta: number) => store.setState(({ first }) => ({ first: Math.max(0, Math.min(first + delta, rows.length - inRoom().seen)) }));
  const overlay: Overlay = {
    name: 'propose',
    keys: [{ key: '⏎', word: 'apply' }, { key: 'j', word: 'down' }, { key: 'k', word: 'up' }, { key: 'esc', word: 'cancel' }],
    render: (room) => <Sheet store={store} proposal={proposal} rows={rows} room={room} scroll={scroll} />,
    key: (name) => {
      if (name === 'escape' || name === 'n' || name === 'q' || name === 'ctrl-c') return deck.close(overlay);
      const delta = scrollKey(name, inRoom().seen);
      if (delta !== null) return scroll(delta);
      if (name !== 'enter' && name !== 'y') return;
      deck.close(overlay);
      // At once where it can be, so that the next key finds it done.
      const applied = proposal.apply?.() ?? (proposal.complete ? proposal.complete().then((whole) => deck.apply(whole)) : deck.apply(change));
      void applied
        .then((done) => (done ? proposal.done?.() : undefined))
        .catch((error: unknown) => deck.say(explainError(error), 'error'));
    },
  };
  deck.show(overlay);
}

interface Props {
  store: StoreApi<{ first: number }>;
  proposal: Proposal;
  rows: readonly DiffRow[];
  room: Room;
  scroll: (lines: number) => void;
}

/** What of a proposal there is room for. */
function sheet(proposal: Proposal, rows: readonly DiffRow[], room: Room) {
  const width = Math.min(120, room.columns - 2);
  const warnings = proposal.warnings ?? [];
  const notes = (proposal.notes ?? []).slice(0, Math.max(0, room.rows - rows.length - warnings.length - 4));
  const fixed = 3 + warnings.length + notes.length;
  const height = Math.min(room.rows, rows.length + fixed);
  return { width, warnings, notes, height, seen: Math.max(1, height - fixed) };
}

function Sheet({ store, proposal, rows, room, scroll }: Props) {
  const { first } = useStore(store);
  const spoken = useSpoken();
  const { width, warnings, notes, height, seen } = sheet(proposal, rows, room);
  if (spoken) return <Say lines={[proposal.title, proposal.lead, ...warnings.map((warning) => `warning: ${warning}`), ...rows.map(diffWords), ...notes]} />;
  const start = Math.max(0, Math.min(first, rows.length - seen));
  const below = rows.length - start - seen;
  const foot = `${below > 0 ? `${below} more · ` : ''}⏎ apply · esc cancel`;
  return (
    <Dialog title={proposal.title} foot={foot} width={width} height={height} room={room} mouse={{ wheel: (by) => scroll(by * wheelLines) }}>
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
