import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Deck } from '../deck/deck.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { bodyRows } from './body.js';
import { Dialog } from './dialog.js';
import { Say, useSpoken } from './say.js';
import { wheelLines } from './scroll.js';
import { scrollKey } from './scroll-keys.js';
import { cut } from './text.js';
import { theme } from './theme.js';

/** A line of a page to read. */
export interface PageLine {
  text: string;
  bold?: boolean;
  quiet?: boolean;
}

/** Shows lines to read over the screen; scrolls, and any of esc, q or enter leaves. */
export function page(deck: Deck, title: string, lines: (width: number) => PageLine[], width = 84): void {
  const store = createStore<{ first: number }>(() => ({ first: 0 }));
  const scroll = (delta: number) => {
    const { columns, rows } = deck.room();
    const { all, seen } = sheet(lines, width, { columns, rows: bodyRows(rows) });
    store.setState(({ first }) => ({ first: Math.max(0, Math.min(first + delta, all.length - seen)) }));
  };
  const overlay: Overlay = {
    name: 'page',
    keys: [{ key: 'j', word: 'down' }, { key: 'k', word: 'up' }, { key: 'esc', word: 'leave' }],
    render: (room) => <Sheet store={store} title={title} lines={lines} width={width} room={room} scroll={scroll} />,
    key: (name) => {
      if (['escape', 'q', 'enter', 'ctrl-c', '?'].includes(name)) return deck.close(overlay);
      const delta = scrollKey(name, bodyRows(deck.room().rows) - 2);
      if (delta !== null) scroll(delta);
    },
  };
  deck.show(overlay);
}

interface Props {
  store: StoreApi<{ first: number }>;
  title: string;
  lines: (width: number) => PageLine[];
  width: number;
  room: Room;
  scroll: (lines: number) => void;
}

const endless = 1000;

/** The lines of a page in this room, and how much of it is seen. */
function sheet(lines: Props['lines'], width: number, room: Room) {
  // A room without end is one in which nothing is laid out: paragraphs stay whole.
  const columns = room.columns >= endless ? room.columns : Math.min(width, room.columns - 2);
  const all = lines(columns - 4);
  const height = Math.min(room.rows, all.length + 2);
  return { columns, all, height, seen: height - 2 };
}

function Sheet({ store, title, lines, width, room, scroll }: Props) {
  const { first } = useStore(store);
  const spoken = useSpoken();
  const { columns, all, height, seen } = sheet(lines, width, room);
  if (spoken) return <Say lines={[title, ...all.map(({ text }) => text)]} />;
  const start = Math.max(0, Math.min(first, all.length - seen));
  const below = all.length - start - seen;
  return (
    <Dialog title={title} foot={`${below > 0 ? `${below} more ↓ · ` : ''}esc leave`} width={columns} height={height} room={room} mouse={{ wheel: (by) => scroll(by * wheelLines) }}>
      {all.slice(start, start + seen).map((line, row) => (
        <Box key={start + row} paddingX={1}>
          <Text bold={line.bold === true} color={line.quiet ? theme.quiet : undefined}>
            {cut(line.text, columns - 4) || ' '}
          </Text>
        </Box>
      ))}
    </Dialog>
  );
}
