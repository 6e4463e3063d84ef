import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionStore } from '../../core/session/session.js';
import { createPreferences, type PreferencesStore } from '../../core/session/preferences.js';
import { TagIndex } from '../../core/tags/tag-index.js';
import { countTokensForFilter } from './count-tokens.js';
import type { Deck, ViewKey } from './deck.js';
import type { WatchFiles } from './elsewhere.js';
import { createLook, type Look } from './look.js';
import { MouseAreas } from './mouse-areas.js';
import type { Opener } from './lookout.js';
import { createNames, followVocabulary } from './names.js';
import type { Overlay, Room } from './overlay.js';
import type { Pictures } from './pictures.js';
import type { Runs } from './runs.js';
import type { Showing } from './showing.js';
import { Workplace } from './workplace.js';

interface Parts {
  session: SessionStore;
  pictures: Pictures;
  runs: Runs;
  room: () => Room;
  quit: () => void;
  /** In memory alone unless given. */
  preferences?: PreferencesStore;
  /** Gives the terminal away while something else runs; without it there is none to give. */
  suspend?: Deck['suspend'];
  altIsSure?: boolean;
  /** How much faster than real the recorded trainer plays. */
  speed?: number;
  look?: StoreApi<Look>;
  /** Without it nothing is shown. */
  showing?: StoreApi<Showing>;
  stop?: Deck['stop'];
  redraw?: Deck['redraw'];
  /** Opens the pictures' files; this process unless given. */
  opener?: Opener;
  /** Adult names of imported lists are suggested too. */
  adultNames?: boolean;
  /** Watches the files of the workspace; nothing is watched unless given. */
  watch?: WatchFiles;
}

/** Puts together what every screen has in hand. */
export function createDeck({ session, pictures, runs, room, quit, preferences = createPreferences(), suspend = (run) => run(), altIsSure = false, speed = 1, look = createLook(), showing = noShowing(), stop = async () => {}, redraw = () => {}, opener, adultNames = false, watch }: Parts): Deck {
  const overlays = createStore<{ stack: readonly Overlay[] }>(() => ({ stack: [] }));
  const views = new Map<string, StoreApi<unknown>>();
  const index = new TagIndex();
  const names = createNames(adultNames);
  const say: Deck['say'] = (text, tone = 'info') => session.setState({ message: { text, tone } });
  // The order is a part of what is shown, which the session knows.
  const takeOver = () => session.setState({ sort: preferences.getState().sort });
  followVocabulary(session, names, say);
  countTokensForFilter(session, (error) => say(String(error), 'error'));
  takeOver();
  preferences.subscribe((now, before) => now.sort !== before.sort && takeOver());
  const workplace = new Workplace(session, index, runs, say, opener, watch);
  return {
    session,
    overlays,
    pictures,
    runs,
    preferences,
    look,
    showing,
    stop,
    redraw,
    mouse: new MouseAreas(),
    index,
    names,
    say,
    room,
    quit,
    suspend,
    altIsSure,
    speed,
    settled: () => workplace.settled(),
    leave: async () => {
      runs.close();
      await workplace.leave();
    },
    open: (root) => workplace.open(root),
    reload: () => workplace.reload(),
    apply: (change) => workplace.apply(change),
    undo: (id) => workplace.takeBack('undo', id),
    redo: (id) => workplace.takeBack('redo', id),
    history: () => workplace.history(),
    show: (overlay) => overlays.setState(({ stack }) => ({ stack: [...stack, overlay] })),
    close: (overlay) =>
      overlays.setState(({ stack }) => ({ stack: overlay ? stack.filter((one) => one !== overlay) : stack.slice(0, -1) })),
    view: <T>(key: ViewKey<T>) => {
      let view = views.get(key.name);
      if (!view) {
        view = createStore<unknown>(key.initial);
        views.set(key.name, view);
      }
      return view as StoreApi<T>;
    },
  };
}

function noShowing(): StoreApi<Showing> {
  return createStore<Showing>(() => ({ images: 'none', quality: 'auto', driver: 'none', spent: 'full', rate: null }));
}
