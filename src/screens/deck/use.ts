import { useStore } from 'zustand';
import type { Preferences } from '../../core/session/preferences.js';
import type { Session } from '../../core/session/session.js';
import { useDeck, type ViewKey } from './deck.js';

/** One part of the session; the component draws again only when that part changes. */
export function useSession<T>(select: (session: Session) => T): T {
  return useStore(useDeck().session, select);
}

/** The view state of a screen. */
export function useView<T>(key: ViewKey<T>): T {
  return useStore(useDeck().view(key));
}

/** One part of what the person chose for good. */
export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(useDeck().preferences, select);
}
