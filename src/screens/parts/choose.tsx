import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Deck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { Dialog } from './dialog.js';
import { move, scrollTo } from './scroll.js';
import { Say, useSpoken } from './say.js';
import { scrollKey } from './scroll-keys.js';
import { cut, fill, wrap } from './text.js';
import { theme } from './theme.js';

export interface Choice {
  label: string;
  /** One line under the list while it is under the cursor. */
  about?: string;
  run: () => void | Promise<void>;
}

/** Asks to choose one of a few things. */
export function choose(deck: Deck, title: string, choices: readonly Choice[], lead: readonly string[] = []): void {
  const store = createStore<{ at: number }>(() => ({ at: 0 }));
  const overlay: Overlay = {
    name: 'choose',
    keys: [{ key: '⏎', word: 'choose' }, { key: 'j', word: 'down' }, { key: 'k', word: 'up' }, { key: 'esc', word: 'leave' }],
    render: (room) => <Chooser store={store} title={title} choices={choices} lead={lead} room={room} press={(key) => overlay.key(key)} />,
    key: (name) => {
      const { at } = store.getState();
      if (name === 'escape' || name === 'q' || name === 'ctrl-c') return deck.close(overlay);
      const delta = name === 'space' ? null : scrollKey(name, choices.length);
      if (delta !== null) return store.setState({ at: move(at, delta, choices.length) });
      const digit = /^[1-9]$/.test(name) ? Number(name) - 1 : -1;
      const taken = choices[name === 'enter' ? at : digit];
      if (!taken) return;
      deck.close(overlay);
      void taken.run();
    },
  };
  deck.show(overlay);
}

interface Props {
  store: StoreApi<{ at: number }>;
  title: string;
  choices: readonly Choice[];
  lead: readonly string[];
  room: Room;
  press: (key: string) => void;
}

function Chooser({ store, title, choices, lead, room, press }: Props) {
  const { at } = useStore(store);
  const spoken = useSpoken();
  const width = Math.min(84, room.columns - 2);
  const inner = width - 4;
  const lines = lead.flatMap((text) => wrap(text, inner));
  const about = wrap(choices[at]?.about ?? '', inner).slice(0, 3);
  const hasAbout = choices.some((choice) => choice.about);
  const wanted = lines.length + (lines.length > 0 ? 1 : 0) + choices.length + (hasAbout ? 4 : 0) + 2;
  const height = Math.min(wanted, room.rows);
  const rows = Math.max(1, height - 2 - (hasAbout ? 4 : 0) - (lines.length > 0 ? lines.length + 1 : 0));
  const first = scrollTo(0, at, choices.length, rows);
  if (spoken) {
    const choice = choices[at];
    return <Say lines={[title, ...lead, choice && `${at + 1} of ${choices.length}: ${choice.label}. ${choice.about ?? ''}`]} />;
  }
  const above = lines.length > 0 ? lines.length + 1 : 0;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const row = y - above;
      if (row < 0 || row >= rows || first + row >= choices.length) return;
      if (first + row === at) press('enter');
      else store.setState({ at: first + row });
    },
    wheel: (by) => press(by > 0 ? 'down' : 'up'),
  };
  return (
    <Dialog title={title} foot="⏎ choose · esc leave" width={width} height={height} room={room} mouse={mouse}>
      {lines.map((line, row) => (
        <Text key={row}> {line}</Text>
      ))}
      {lines.length > 0 && <Text> </Text>}
      {choices.slice(first, first + rows).map((choice, row) => (
        <Box key={row} paddingX={1}>
          <Text inverse={first + row === at}>{fill(`${first + row + 1} ${choice.label}`, inner)}</Text>
        </Box>
      ))}
      {hasAbout && <Text> </Text>}
      {hasAbout &&
        [0, 1, 2].map((row) => (
          <Text key={row} color={theme.quiet}>
            {' '}
            {cut(about[row] ?? '', inner)}
          </Text>
        ))}
    </Dialog>
  );
}
