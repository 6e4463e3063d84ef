import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { scopes, type ChosenScope } from '../../../core/session/scopes.js';
import type { Deck } from '../../deck/deck.js';
import type { MouseHandlers } from '../../deck/mouse-areas.js';
import type { Overlay, Room } from '../../deck/overlay.js';
import { Dialog } from '../../parts/dialog.js';
import { move, scrollTo } from '../../parts/scroll.js';
import { Say, useSpoken } from '../../parts/say.js';
import { cut, fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { targetOf } from '../scope.js';
import { verbs } from './list.js';

interface State {
  at: number;
  scope: number;
}

/**
 * Every bulk verb on a letter, and what it works on: tab goes from the marked or shown images to this one, its concept, and all.
 *
 * @param tag the one under the cursor, for the verbs that take one
 */
export function verbMenu(deck: Deck, tag: string): void {
  verbMenuFor(deck, tag, scopes(deck.session.getState()));
}

/** The same for the images given. */
export function verbMenuFor(deck: Deck, tag: string, choices: readonly ChosenScope[]): void {
  if (choices.length === 0) return deck.say('There is no image of a concept to change.', 'warn');
  const store = createStore<State>(() => ({ at: 0, scope: 0 }));
  const overlay: Overlay = {
    name: 'verbs',
    keys: [{ key: 'a…z', word: 'do' }, { key: 'tab', word: 'other images' }, { key: '↓↑', word: 'choose' }, { key: 'esc', word: 'leave' }],
    render: (room) => <Menu store={store} choices={choices} room={room} press={(key) => overlay.key(key)} />,
    key: (name) => {
      const { at, scope } = store.getState();
      if (name === 'escape' || name === 'q' || name === 'ctrl-c') return deck.close(overlay);
      if (name === 'tab') return store.setState({ scope: (scope + 1) % choices.length });
      if (name === 'shift-tab') return store.setState({ scope: (scope + choices.length - 1) % choices.length });
      if (name === 'down' || name === 'up') return store.setState({ at: move(at, name === 'down' ? 1 : -1, verbs.length) });
      if (name === 'home' || name === 'end') return store.setState({ at: name === 'home' ? 0 : verbs.length - 1 });
      const verb = name === 'enter' ? verbs[at] : verbs.find(({ key }) => key === name);
      const chosen = choices[scope];
      if (!verb || !chosen) return;
      deck.close(overlay);
      void Promise.resolve(verb.run(deck, targetOf(deck, chosen), tag)).catch((error: unknown) => deck.say(String(error), 'error'));
    },
  };
  deck.show(overlay);
}

interface Props {
  store: StoreApi<State>;
  choices: readonly ChosenScope[];
  room: Room;
  press: (key: string) => void;
}

function Menu({ store, choices, room, press }: Props) {
  const { at, scope } = useStore(store);
  const spoken = useSpoken();
  const chosen = choices[scope];
  const images = chosen ? `${chosen.pictures.length} ${chosen.name}` : '';
  if (spoken) {
    const verb = verbs[at];
    return <Say lines={[`change many captions: ${images}; tab takes others`, verb && `${at + 1} of ${verbs.length}: ${verb.key}, ${verb.label}`]} />;
  }
  const width = Math.min(72, room.columns - 2);
  const inner = width - 4;
  const height = Math.min(room.rows, verbs.length + 4);
  const rows = Math.max(1, height - 4);
  const first = scrollTo(0, at, verbs.length, rows);
  const below = verbs.length - first - rows;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const row = y - 2;
      if (row === -2) return press('tab');
      if (row < 0 || row >= rows || first + row >= verbs.length) return;
      if (first + row === at) press('enter');
      else store.setState({ at: first + row });
    },
    wheel: (by) => press(by > 0 ? 'down' : 'up'),
  };
  return (
    <Dialog title="change many captions" foot={`${below > 0 ? `${below} more below · ` : ''}a letter or ⏎ does it · esc leave`} width={width} height={height} room={room} mouse={mouse}>
      <Box paddingX={1}>
        <Text bold color={theme.accent}>{cut(images, inner - 20)}</Text>
        {choices.length > 1 && <Text color={theme.quiet}>{'  tab other images'}</Text>}
      </Box>
      <Text> </Text>
      {verbs.slice(first, first + rows).map((verb, row) => (
        <Box key={verb.key} paddingX={1}>
          <Text inverse={first + row === at}>
            <Text bold color={first + row === at ? undefined : theme.accent}>{fill(verb.key, 3)}</Text>
            {fill(verb.label, inner - 3)}
          </Text>
        </Box>
      ))}
    </Dialog>
  );
}
