import { blocksDriver } from './blocks.js';
import type { Driver } from './driver.js';
import { noneDriver } from './none.js';

export const driverNames = ['blocks', 'none'] as const;
export type DriverName = (typeof driverNames)[number];

/** The drivers by name. */
export const drivers: Readonly<Record<DriverName, Driver>> = {
  blocks: blocksDriver,
  none: noneDriver,
};

/** The ways to show pictures that `--images` names. */
export const imageChoices = ['auto', ...driverNames] as const;
export type ImageChoice = (typeof imageChoices)[number];
