import type { StoreApi } from 'zustand/vanilla';
import type { Dispatch } from './screens/app/dispatch.js';
import type { Deck } from './screens/deck/deck.js';
import { keepPreferences } from './core/session/keep-preferences.js';
import { createPreferences, type PreferencesStore } from './core/session/preferences.js';
import { createSession } from './core/session/session.js';
import { createDeck } from './screens/deck/create-deck.js';
import { createPictures } from './screens/deck/create-pictures.js';
import { PictureReader } from './runner/pictures/picture-reader.js';
import { WorkspaceWatch } from './runner/watch/watch-workspace.js';
import { createLook } from './screens/deck/look.js';
import { createShowing, type Showing } from './screens/deck/showing.js';
import { createRuns } from './screens/deck/create-runs.js';
import { openTerminal } from './terminal/open.js';
import { backgroundOf } from './terminal/background.js';
import { parseImageChoice } from './terminal/images/choose.js';
import { qualities } from './terminal/images/driver.js';
import type { ImageChoice } from './terminal/images/drivers.js';
import { keepHeapSmall } from './small-heap.js';
import { wishes, type AppLook, type Wishes } from './wishes.js';

export interface AppOptions extends AppLook {
  /** The folder to open; the welcome screen when it is no workspace. */
  root: string;
  images?: ImageChoice | undefined;
  /** How much faster than real the recorded trainer plays. */
  speed?: number;
}

/** Runs the full-screen app until the person leaves. Nothing in the workspace is read before the first frame. */
export async function runApp({ root, images, speed, ...asked }: AppOptions): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const wanted = await wishes(asked, env);
  const terminal = await openTerminal({ stdin, stdout, stderr, env, images: images ?? configuredImages(wanted, env), screenReader: wanted.screenReader });
  const [{ render }, { Dispatch: KeyDispatch }, { Shell }] = await Promise.all([
    import('ink'),
    import('./screens/app/dispatch.js'),
    import('./screens/app/shell.js'),
  ]);
  terminal.chalkIsLoaded();

  // A screen reader has its own use for the mouse.
  const { theme, mouse: wantsMouse, screenReader } = wanted;
  const mouse = wantsMouse && !screenReader;
  const look = createLook({ theme, mouse, background: backgroundOf(terminal.probe, env), colorless: terminal.colors === 'none' });
  const showing = createShowing({ ...terminal, images: images ?? configuredImages(wanted, env), quality: wanted.config.pictures?.quality });
  const session = createSession({ screen: 'dataset' });
  const preferences = createPreferences();
  const keeper = keepPreferences(preferences);
  const runs = createRuns(session);
  const reader = new PictureReader({ thumbnails: () => terminal.display.driver.name !== 'none', cacheMb: wanted.config.pictures?.cacheMb });
  const deck = createDeck({
    session,
    runs,
    preferences,
    suspend: terminal.suspend,
    altIsSure: terminal.probe.kittyKeyboard,
    stop: terminal.stop,
    redraw: () => terminal.screen.redraw(),
    showing,
    pictures: createPictures({ session, layer: terminal.layer, display: terminal.display, read: reader.read.bind(reader) }),
    room: () => ({ columns: stdout.columns, rows: stdout.rows }),
    quit: () => app.unmount(),
    speed,
    look,
    opener: reader,
    adultNames: wanted.config.vocabulary?.adult ?? false,
    watch: (tell, trouble) => new WorkspaceWatch(tell, trouble),
  });
  const dispatch = new KeyDispatch(deck);
  look.subscribe((now, before) => now.mouse !== before.mouse && terminal.setMouse(now.mouse));
  terminal.input.events.on('mouse', (event) => dispatch.mouse(event));
  if (mouse) terminal.setMouse(true);
  const app = render(<Shell deck={deck} dispatch={dispatch} />, terminal.renderOptions);
  keepHeapSmall();
  try {
    keeper
      .load()
      .then(() => recall(preferences, showing, images ?? configuredImages(wanted, env), wanted))
      .then(() => begin(deck, dispatch, root, wanted))
      .catch((error: unknown) => deck.say(String(error), 'error'));
    await app.waitUntilExit();
    await Promise.all([terminal.leave(), deck.leave(), reader.close(), keeper.close()]);
  } finally {
    terminal.close();
  }
}

async function begin(deck: Deck, dispatch: Dispatch, root: string, { config, problems }: Wishes): Promise<void> {
  const wrongKeys = dispatch.override(config.keys ?? {});
  await deck.open(root);
  const [problem] = problems;
  const [wrongKey] = wrongKeys;
  if (problem !== undefined) deck.say(problem, 'error');
  else if (wrongKey !== undefined) deck.say(wrongKey, 'warn');
}

/** The way to show pictures that the configuration asks for; the environment goes before it. */
function configuredImages({ config }: Wishes, env: NodeJS.ProcessEnv): ImageChoice | undefined {
  if (env['LORADECK_IMAGES']) return undefined;
  return parseImageChoice(config.pictures?.driver ?? 'auto') ?? undefined;
}

/** What was chosen by keys in an earlier session holds where nothing else was asked for. */
function recall(preferences: PreferencesStore, showing: StoreApi<Showing>, images: ImageChoice | undefined, { config }: Wishes): void {
  const chosen = preferences.getState();
  const way = chosen.images === null ? null : parseImageChoice(chosen.images);
  const quality = (['auto', ...qualities] as const).find((name) => name === chosen.quality);
  if (way && images === undefined && !process.env['LORADECK_IMAGES']) showing.setState({ images: way });
  if (quality && config.pictures?.quality === undefined) showing.setState({ quality });
}
