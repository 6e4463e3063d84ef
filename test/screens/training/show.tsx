import '../../terminal/support/force-color.js';
import { Box, render } from 'ink';
import stringWidth from 'string-width';
import { expect } from 'vitest';
import { useStore } from 'zustand';
import { createSession } from '../../../src/core/session/session.js';
import { createDeck } from '../../../src/screens/deck/create-deck.js';
import { createPictures } from '../../../src/screens/deck/create-pictures.js';
import { readPicture } from '../../../src/screens/deck/read-picture.js';
import { createRuns } from '../../../src/screens/deck/create-runs.js';
import { DeckContext, type Deck } from '../../../src/screens/deck/deck.js';
import { actionOf } from '../../../src/screens/parts/bindings.js';
import { bodyRows } from '../../../src/screens/parts/body.js';
import { trainingActions } from '../../../src/screens/training/actions.js';
import { trainingBindings } from '../../../src/screens/training/keys.js';
import { TrainingScreen } from '../../../src/screens/training/screen.js';
import { Display, plainSetting } from '../../../src/terminal/images/display.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import { until } from '../../runner/temp-folder.js';
import { FakeTerminal } from '../../terminal/support/fake-terminal.js';

export interface Shown {
  deck: Deck;
  press: (...keys: string[]) => void;
  /** The lines of the body, without colours. */
  lines: () => string[];
  text: () => string;
  /** Waits until the words are there. */
  sees: (words: string, limitMs?: number) => Promise<void>;
  close: () => void;
}

/** The screen with its overlays on a terminal emulator, over a workspace that is open. */
export async function showTraining(root: string, columns: number, rows: number): Promise<Shown> {
  const session = createSession({ screen: 'training' });
  const runs = createRuns(session);
  const deck = createDeck({
    session,
    runs,
    pictures: createPictures({ session, layer: createImageLayer(), display: new Display(drivers.none, plainSetting), read: readPicture }),
    room: () => ({ columns, rows }),
    quit: () => {},
  });
  await deck.open(root);
  const terminal = new FakeTerminal(columns, rows);
  const app = render(<Body deck={deck} columns={columns} rows={bodyRows(rows)} />, {
    stdout: terminal as unknown as NodeJS.WriteStream,
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 200,
  });
  const lines = () => terminal.screen().split('\n').slice(0, bodyRows(rows));
  return {
    deck,
    press: (...keys) => {
      for (const key of keys) {
        const overlay = deck.overlays.getState().stack.at(-1);
        const action = overlay ? null : actionOf(key, trainingBindings);
        if (overlay) overlay.key(key);
        else if (action === null) throw new Error(`no action on ${key}`);
        else void trainingActions[action]?.(deck);
      }
    },
    lines,
    text: () => lines().join('\n'),
    sees: (words, limitMs) =>
      until(words, () => lines().join('\n').includes(words), limitMs).catch(() => {
        throw new Error(`waited in vain for “${words}”; the screen shows:\n${terminal.screen()}`);
      }),
    close: () => {
      app.unmount();
      runs.close();
    },
  };
}

function Body({ deck, columns, rows }: { deck: Deck; columns: number; rows: number }) {
  const stack = useStore(deck.overlays, (state) => state.stack);
  return (
    <DeckContext.Provider value={deck}>
      <Box width={columns} height={rows} overflow="hidden">
        <TrainingScreen columns={columns} rows={rows} />
        {stack.map((overlay, index) => (
          <Box key={index} position="absolute" width={columns} height={rows}>
            {overlay.render({ columns, rows })}
          </Box>
        ))}
      </Box>
    </DeckContext.Provider>
  );
}

/** Every pane is closed at the right edge, so nothing was pushed out of its place. */
export function expectWhole(lines: readonly string[], columns: number): void {
  for (const line of lines) {
    expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    expect(line.slice(-1)).toMatch(/[╮│╯]/);
  }
}
