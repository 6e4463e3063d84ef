import type { Section, Setting } from '../model.js';
import { ADVANCED } from './advanced.js';
import { BASIC } from './basic.js';
import { FOLDERS } from './folders.js';
import { MODEL } from './model.js';
import { NETWORK } from './network.js';
import { OPTIMIZER } from './optimizer.js';
import { RUN } from './run.js';
import { SAVING } from './saving.js';

/** Every setting that has a row of its own, in the order of the screen. */
export const SETTINGS: readonly Setting[] = [
  ...MODEL,
  ...FOLDERS,
  ...BASIC,
  ...OPTIMIZER,
  ...NETWORK,
  ...ADVANCED,
  ...SAVING,
  ...RUN,
];

/** In the order of the screen. */
export const SECTIONS: readonly { id: Section; label: string }[] = [
  { id: 'model', label: 'model' },
  { id: 'folders', label: 'folders' },
  { id: 'basic', label: 'basic' },
  { id: 'network', label: 'network' },
  { id: 'advanced', label: 'advanced' },
  { id: 'saving', label: 'saving' },
  { id: 'run', label: 'running' },
];

const byKey = new Map(SETTINGS.map((setting) => [setting.key, setting]));

/** The row of a key; undefined for arguments without one. */
export function findSetting(key: string): Setting | undefined {
  return byKey.get(key);
}
