import type { Driver } from './driver.js';

/** No pictures: nothing is decoded for the screen. */
export const noneDriver: Driver = {
  name: 'none',
  about: 'no pictures',
  request: () => null,
  draw: () => null,
};
