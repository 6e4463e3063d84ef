import type { ColorDepth } from '../colors.js';
import type { Driver } from './driver.js';
import { drivers, imageChoices, type ImageChoice } from './drivers.js';

/** Reads the value of `--images`; null when it is none of the choices. */
export function parseImageChoice(value: string): ImageChoice | null {
  return imageChoices.find((choice) => choice === value) ?? null;
}

/**
 * The driver for a choice. `auto` takes half blocks, but shows no pictures where there are no colours to show them in or
 * where a screen reader reads the screen out.
 */
export function chooseDriver(choice: ImageChoice, depth: ColorDepth, env: Readonly<Record<string, string | undefined>>): Driver {
  if (choice !== 'auto') return drivers[choice];
  if (depth === 'none' || env['INK_SCREEN_READER'] === 'true') return drivers.none;
  return drivers.blocks;
}
