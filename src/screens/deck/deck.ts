import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../../core/journal/change.js';
import type { Journal } from '../../core/journal/journal.js';
import type { Message, SessionStore } from '../../core/session/session.js';
import type { PreferencesStore } from '../../core/session/preferences.js';
import type { TagIndex } from '../../core/tags/tag-index.js';
import type { Look } from './look.js';
import type { MouseAreas } from './mouse-areas.js';
import type { NamesStore } from './names.js';
import type { Overlay, Room } from './overlay.js';
import type { Pictures } from './pictures.js';
import type { Runs } from './runs.js';
import type { Showing } from './showing.js';

/** What every screen has in hand: the session, and what can be done with the workspace. Actions get it, components find it by `useDeck`. */
export interface Deck {
  session: SessionStore;
  overlays: StoreApi<{ stack: readonly Overlay[] }>;
  pictures: Pictures;
  runs: Runs;
  /** What the person chose and finds again next time. */
  preferences: PreferencesStore;
  look: StoreApi<Look>;
  /** How pictures are shown; what is set in it holds at once. */
  showing: StoreApi<Showing>;
  /** What the mouse can do something with; components enter themselves by `useMouse`. */
  mouse: MouseAreas;
  /** The tags of all concepts, kept up to date with the dataset of the session. */
  index: TagIndex;
  /** The names that tags are completed from, as the workspace wants them. */
  names: NamesStore;
  /** Opens a folder: its dataset, settings, history and runs. False when it can't, and the status line says why. */
  open(root: string): Promise<boolean>;
  /** Reads the workspace again. */
  reload(): Promise<void>;
  /** Applies a change through the journal: first in memory, so that the next key sees it, then on disk. False = refused. */
  apply(change: Change): Promise<boolean>;
  /** Takes back the last change, or the one named. False = refused, or there is none. */
  undo(id?: string): Promise<boolean>;
  /** Brings back the change that was undone last, or the one named. */
  redo(id?: string): Promise<boolean>;
  /** What was changed in the workspace, for looking at; null where nothing was yet. */
  history(): Promise<Pick<Journal, 'history' | 'change' | 'outlook'> | null>;
  say(text: string, tone?: Message['tone']): void;
  show(overlay: Overlay): void;
  /** Takes the topmost overlay away, or the one given. */
  close(overlay?: Overlay): void;
  /** The view state of a screen: made once, kept while the program runs. */
  view<T>(key: ViewKey<T>): StoreApi<T>;
  /** How much faster than real the recorded trainer plays; 1 = as it was. */
  speed: number;
  /** The cells of the whole terminal. */
  room(): Room;
  /** Resolves when everything that was asked for is written. */
  settled(): Promise<void>;
  /** Ends what goes on in the background, once everything is written; runs go on. */
  leave(): Promise<void>;
  /** Gives the terminal to another program (an editor) while `run` goes on. */
  suspend(run: () => Promise<void>): Promise<void>;
  /** Does alt come only as alt? In most terminals escape and a key after it are the same bytes. */
  altIsSure: boolean;
  /** Stops the program as ctrl-z does, until the shell continues it. */
  stop(): Promise<void>;
  /** Draws the whole screen anew, after something else wrote on it. */
  redraw(): void;
  quit(): void;
}

/** Names a screen's view state and says how it begins. */
export interface ViewKey<T> {
  name: string;
  initial: () => T;
}

/** What an action is: a function of the deck. It may take its time; errors end in the status line. */
export type Action = (deck: Deck) => void | Promise<void>;

export const DeckContext = createContext<Deck | null>(null);

/** The deck, inside the app. */
export function useDeck(): Deck {
  const deck = useContext(DeckContext);
  if (!deck) throw new Error('useDeck outside the app');
  return deck;
}
