import type { SettingsFile } from '../../core/settings/file.js';
import type { ViewKey } from '../deck/deck.js';

export interface SettingsView {
  /** Key of the setting under the cursor; null = the first one. */
  cursor: string | null;
  /** First line of the list that is seen. */
  first: number;
  /** Only what the file itself sets. */
  onlyOwn: boolean;
  /** The settings as they will be once the writes under way are done; null when none is. */
  ahead: { file: SettingsFile; writes: number } | null;
}

export const settingsView: ViewKey<SettingsView> = {
  name: 'settings',
  initial: () => ({ cursor: null, first: 0, onlyOwn: false, ahead: null }),
};
