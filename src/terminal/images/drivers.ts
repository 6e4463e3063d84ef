import { blocksDriver } from './blocks.js';
import type { Driver } from './driver.js';
import { iterm2Driver } from './iterm2.js';
import { kittyDriver } from './kitty.js';
import { noneDriver } from './none.js';
import { sixelDriver } from './sixel.js';
import { terminalImageDriver } from './terminal-image.js';
import { textDriver } from './text.js';

export const driverNames = ['kitty', 'iterm2', 'sixel', 'blocks', 'terminal-image', 'text', 'none'] as const;
export type DriverName = (typeof driverNames)[number];

/** The drivers by name. */
export const drivers: Readonly<Record<DriverName, Driver>> = {
  kitty: kittyDriver,
  iterm2: iterm2Driver,
  sixel: sixelDriver,
  blocks: blocksDriver,
  'terminal-image': terminalImageDriver,
  text: textDriver,
  none: noneDriver,
};

/** The ways to show pictures that `--images` names. */
export const imageChoices = ['auto', ...driverNames] as const;
export type ImageChoice = (typeof imageChoices)[number];
