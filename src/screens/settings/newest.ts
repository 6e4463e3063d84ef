import type { Change } from '../../core/journal/change.js';
import { parseSettings, SETTINGS_FILE, type SettingsFile } from '../../core/settings/file.js';
import { SettingsError } from '../../core/settings/toml.js';
import type { Deck } from '../deck/deck.js';
import { settingsView } from './view.js';

/** The settings with every change that was asked for, also those still being written; null before they are read. */
export function newest(deck: Deck): SettingsFile | null {
  const { settings } = deck.session.getState();
  const { ahead } = deck.view(settingsView).getState();
  return ahead && ahead.file.root === settings?.root ? ahead.file : settings;
}

/**
 * Computes a change from the newest settings and applies it. The settings as they will be count at once, so that the
 * next key goes on from there however fast it comes; a refused write brings back what the file says.
 * @returns false when nothing was written
 */
export async function edit(deck: Deck, make: (file: SettingsFile) => Change): Promise<boolean> {
  const file = newest(deck);
  if (!file) return false;
  let change: Change;
  try {
    change = make(file);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    deck.say(error.message, 'warn');
    return false;
  }
  if (change.entries.length === 0) return false;
  const view = deck.view(settingsView);
  const entry = change.entries.find((one) => one.kind === 'text' && one.path === SETTINGS_FILE);
  const after = entry?.kind === 'text' ? parseSettings(file.root, entry.after, file.concepts) : file;
  view.setState(({ ahead }) => ({ ahead: { file: after, writes: (ahead?.writes ?? 0) + 1 } }));
  deck.session.setState({ settings: after });
  const done = await deck.apply(change);
  // The deck has read the file again; as long as other writes are under way that is not the newest yet.
  view.setState(({ ahead }) => ({ ahead: done && ahead && ahead.writes > 1 ? { ...ahead, writes: ahead.writes - 1 } : null }));
  return done;
}
