import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { columnNames, sortNames, type ColumnName, type SortName } from '../../../core/session/columns.js';
import type { Deck } from '../../deck/deck.js';
import type { Overlay, Room } from '../../deck/overlay.js';
import { Dialog } from '../../parts/dialog.js';
import { move, scrollTo } from '../../parts/scroll.js';
import { fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { keepPlace } from '../step.js';
import { columns } from './columns.js';
import { sortSign } from './heading.js';
import { turnSort } from './sort.js';

interface State {
  at: number;
  /** All columns; those that are shown stand first, in their order. */
  order: readonly ColumnName[];
}

/** Lets the person choose the columns of the list, their order, and the one to sort by; the list follows every key. */
export function chooseColumns(deck: Deck): void {
  const { preferences } = deck;
  const start = preferences.getState().columns;
  const store = createStore<State>(() => ({ at: 0, order: [...start, ...columnNames.filter((name) => !start.includes(name))] }));
  keepPlace(deck, () => preferences.setState({ mode: 'list' }));

  const keep = (order: readonly ColumnName[], shown: ReadonlySet<ColumnName>, at: number) => {
    store.setState({ order, at });
    preferences.setState({ columns: order.filter((name) => shown.has(name)) });
  };
  const toggle = (name: ColumnName) => {
    const shown = new Set<ColumnName>(preferences.getState().columns);
    if (shown.has(name) && shown.size === 1) return deck.say('One column stays: a list without any shows nothing.', 'warn');
    if (!shown.delete(name)) shown.add(name);
    keep(store.getState().order, shown, store.getState().at);
  };
  const shift = (delta: number) => {
    const { at, order } = store.getState();
    const to = move(at, delta, order.length);
    const next = [...order];
    next.splice(to, 0, ...next.splice(at, 1));
    keep(next, new Set(preferences.getState().columns), to);
  };

  const overlay: Overlay = {
    name: 'columns',
    keys: [
      { key: '␣', word: 'show' },
      { key: 'h', word: 'left' },
      { key: 'l', word: 'right' },
      { key: 's', word: 'sort' },
      { key: 'esc', word: 'leave' },
    ],
    render: (room) => <Chooser deck={deck} store={store} room={room} />,
    key: (name) => {
      const { at, order } = store.getState();
      const chosen = order[at];
      if (['escape', 'enter', 'q', 'ctrl-c', 'c'].includes(name)) return deck.close(overlay);
      if (name === 'down' || name === 'j') return store.setState({ at: move(at, 1, order.length) });
      if (name === 'up' || name === 'k') return store.setState({ at: move(at, -1, order.length) });
      if (name === 'left' || name === 'h') return shift(-1);
      if (name === 'right' || name === 'l') return shift(1);
      if (!chosen) return;
      if (name === 'space' || name === 'x') return toggle(chosen);
      if (name === 's' && !isSortable(chosen)) return deck.say('The list is not sorted by what marks and checks say; / filters by marked and issue:.', 'warn');
      if (name === 's' && isSortable(chosen)) turnSort(deck, chosen);
    },
  };
  deck.show(overlay);
}

function isSortable(name: ColumnName): name is SortName {
  return sortNames.some((one) => one === name);
}

function Chooser({ deck, store, room }: { deck: Deck; store: StoreApi<State>; room: Room }) {
  const { at, order } = useStore(store);
  const { columns: shown, sort } = useStore(deck.preferences);
  const width = Math.min(66, room.columns - 2);
  const inner = width - 4;
  const height = Math.min(order.length + 2, room.rows);
  const first = scrollTo(0, at, order.length, height - 2);
  return (
    <Dialog title="columns of the list" foot="␣ show · h l move · s sort · esc leave" width={width} height={height} room={room}>
      {order.slice(first, first + height - 2).map((name, row) => (
        <Box key={name} paddingX={1}>
          <Text inverse={first + row === at} color={shown.includes(name) || first + row === at ? undefined : theme.quiet}>
            {fill(
              `${shown.includes(name) ? '✓' : ' '} ${sort?.by === name ? sortSign(sort) : ' '} ${fill(name, 8)}  ${columns[name].about}`,
              inner,
            )}
          </Text>
        </Box>
      ))}
    </Dialog>
  );
}
