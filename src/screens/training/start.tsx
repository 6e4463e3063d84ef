import { Box, Text } from 'ink';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../core/session/session.js';
import { isLive } from '../../core/training/run-row.js';
import type { Deck } from '../deck/deck.js';
import type { Overlay, Room } from '../deck/overlay.js';
import { Dialog } from '../parts/dialog.js';
import { bodyRows } from '../parts/body.js';
import { Say, useSpoken } from '../parts/say.js';
import { wheelLines } from '../parts/scroll.js';
import { scrollKey } from '../parts/scroll-keys.js';
import { cut } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { lookAtStart, type StartLook } from './start-look.js';
import { startLines, type StartLine } from './start-lines.js';
import { trainingView } from './view.js';

interface StartState {
  look: StartLook | null;
  /** Why nothing can be shown. */
  failed: string | null;
  /** Enter was pressed once although there are errors. */
  insists: boolean;
  starting: boolean;
  first: number;
}

/** Shows what a start would do and what speaks against it; enter starts it. */
export function openStart(deck: Deck): void {
  const { root } = deck.session.getState();
  if (root === null) return deck.say('Open or make a workspace first.', 'warn');
  const store = createStore<StartState>(() => ({ look: null, failed: null, insists: false, starting: false, first: 0 }));
  const overlay: Overlay = {
    name: 'start',
    render: (room) => <StartDialog deck={deck} store={store} room={room} />,
    key: (name) => {
      if (name === 'escape' || name === 'q' || name === 'ctrl-c') return deck.close(overlay);
      if (name === 'enter') return press(deck, overlay, store, root);
      const rows = scrollKey(name, sheetRows(deck) - 2);
      if (rows !== null) scroll(deck, store, rows);
    },
  };
  deck.show(overlay);
  const look = async () => {
    await deck.settled();
    return lookAtStart(root, deck.session.getState().settings, deck.speed);
  };
  look().then(
    (found) => store.setState({ look: found }),
    (error: unknown) => store.setState({ failed: sentence(error) }),
  );
}

/** Enter: starts, or asks for a second enter when there are errors that do not stop the trainer. */
function press(deck: Deck, overlay: Overlay, store: StoreApi<StartState>, root: string): void {
  const { look, insists, starting } = store.getState();
  if (!look || starting || look.verdict === 'blocked') return;
  if (look.verdict === 'ask' && !insists) return store.setState({ insists: true });
  store.setState({ starting: true });
  deck.runs.start(root, look.training.plan).then(
    (id) => {
      deck.close(overlay);
      deck.view(trainingView).setState({ run: id, first: 0, focus: 'runs', save: null, wholeLog: false, logAt: null });
      const { recording } = look.training.plan.trainer;
      deck.say(recording === null ? `Started ${id}; it goes on when you leave.` : `Started ${id}: a recording, nothing is trained.`, 'good');
    },
    (error: unknown) => store.setState({ starting: false, failed: sentence(error) }),
  );
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The dialog is as high before the look as after it, so that nothing jumps. */
function sheetRows(deck: Deck): number {
  return Math.min(bodyRows(deck.room().rows), 22);
}

function sheetWidth(columns: number): number {
  return Math.min(110, columns - 2);
}

function liveRuns(runs: Session['runs']): string[] {
  return runs.filter(isLive).map(({ id }) => id);
}

function scroll(deck: Deck, store: StoreApi<StartState>, delta: number): void {
  const state = store.getState();
  const all = linesOf(state, liveRuns(deck.session.getState().runs), sheetWidth(deck.room().columns) - 4).length;
  store.setState({ first: Math.max(0, Math.min(state.first + delta, all - (sheetRows(deck) - 2))) });
}

function StartDialog({ deck, store, room }: { deck: Deck; store: StoreApi<StartState>; room: Room }) {
  const state = useStore(store);
  const spoken = useSpoken();
  const runs = useStore(deck.session, (session) => session.runs);
  const live = liveRuns(runs);
  const width = sheetWidth(room.columns);
  const height = sheetRows(deck);
  const seen = height - 2;
  if (spoken) return <Say lines={['start a training', ...linesOf(state, live, room.columns).map(({ text }) => text), footOf(state)]} />;
  const lines = linesOf(state, live, width - 4);
  const start = Math.max(0, Math.min(state.first, lines.length - seen));
  const below = lines.length - start - seen;
  return (
    <Dialog title="start a training" foot={`${below > 0 ? `${below} more ↓ · ` : ''}${footOf(state)}`} width={width} height={height} room={room} mouse={{ wheel: (by) => scroll(deck, store, by * wheelLines) }}>
      {lines.slice(start, start + seen).map(({ text, tone }, row) => (
        <Box key={start + row} paddingX={1}>
          <Text bold={tone === 'bold'} color={tone === undefined || tone === 'bold' ? undefined : theme[tone]} wrap="truncate">
            {cut(text, width - 4) || ' '}
          </Text>
        </Box>
      ))}
    </Dialog>
  );
}

function linesOf({ look, failed }: StartState, live: readonly string[], width: number): StartLine[] {
  if (failed !== null) return [{ text: `✗ ${failed}`, tone: 'error' }];
  if (!look) return [{ text: 'Looking at the images, the settings and the trainer…' }];
  return startLines(look, live, width);
}

function footOf({ look, failed, insists, starting }: StartState): string {
  if (starting) return 'starting…';
  if (failed !== null || !look || look.verdict === 'blocked') return 'esc leave';
  if (look.verdict === 'start') return '⏎ start · esc leave';
  return insists ? '⏎ again starts anyway · esc leave' : '⏎ start in spite of errors… · esc leave';
}
