import type { Dispatch } from './screens/app/dispatch.js';
import type { Deck } from './screens/deck/deck.js';
import { keepPreferences } from './core/session/keep-preferences.js';
import { createPreferences } from './core/session/preferences.js';
import { createSession } from './core/session/session.js';
import { createDeck } from './screens/deck/create-deck.js';
import { createPictures } from './screens/deck/create-pictures.js';
import { readPicture } from './screens/deck/read-picture.js';
import { createRuns } from './screens/deck/create-runs.js';
import { openTerminal } from './terminal/open.js';
import type { ImageChoice } from './terminal/images/drivers.js';

export interface AppOptions {
  /** The folder to open; the welcome screen when it is no workspace. */
  root: string;
  images?: ImageChoice;
  /** How much faster than real the recorded trainer plays. */
  speed?: number;
}

/** Runs the full-screen app until the person leaves. Nothing in the workspace is read before the first frame. */
export async function runApp({ root, images, speed }: AppOptions): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const terminal = await openTerminal({ stdin, stdout, stderr, env, images });
  const [{ render }, { Dispatch: KeyDispatch }, { Shell }] = await Promise.all([
    import('ink'),
    import('./screens/app/dispatch.js'),
    import('./screens/app/shell.js'),
  ]);
  terminal.chalkIsLoaded();

  const session = createSession({ screen: 'dataset' });
  const preferences = createPreferences();
  const keeper = keepPreferences(preferences);
  const runs = createRuns(session);
  const deck = createDeck({
    session,
    runs,
    preferences,
    suspend: terminal.suspend,
    pictures: createPictures({ session, layer: terminal.layer, display: terminal.display, read: readPicture }),
    room: () => ({ columns: stdout.columns, rows: stdout.rows }),
    quit: () => app.unmount(),
    speed,
  });
  const dispatch = new KeyDispatch(deck);
  const app = render(<Shell deck={deck} dispatch={dispatch} />, terminal.renderOptions);
  try {
    keeper
      .load()
      .then(() => begin(deck, dispatch, root))
      .catch((error: unknown) => deck.say(String(error), 'error'));
    await app.waitUntilExit();
    await Promise.all([terminal.leave(), deck.leave(), keeper.close()]);
  } finally {
    terminal.close();
  }
}

async function begin(deck: Deck, dispatch: Dispatch, root: string): Promise<void> {
  await deck.open(root);
  const { loadUserConfig } = await import('./runner/user-config.js');
  try {
    const [unknown] = dispatch.override((await loadUserConfig()).keys ?? {});
    if (unknown !== undefined) deck.say(`config.toml gives keys to “${unknown}”, which is no action; docs/keys.md lists them.`, 'warn');
  } catch (error) {
    deck.say(error instanceof Error ? error.message : String(error), 'error');
  }
}
