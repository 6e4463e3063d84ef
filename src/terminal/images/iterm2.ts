import type { Driver, Quality } from './driver.js';
import { drawThrough } from './passthrough.js';
import { cellsOf, pixelsOf } from './room.js';

const spent: Readonly<Record<Quality, { most: number; quality: number }>> = {
  full: { most: 1600, quality: 90 },
  light: { most: 600, quality: 70 },
  least: { most: 300, quality: 50 },
};

/** Inline images of iTerm2: a JPEG that the terminal fits into so many cells. */
export const iterm2Driver: Driver = {
  name: 'iterm2',
  about: 'pixels by iTerm2’s inline images (JPEG): iTerm2, WezTerm, VS Code, Warp, Konsole',
  request: (room, setting) => {
    const { most, quality } = spent[setting.quality];
    return { as: 'jpeg', ...pixelsOf(room, setting, most), quality };
  },
  draw: (picture, room, setting, key) => {
    const { width, height } = cellsOf(picture, room, setting);
    const file = Buffer.from(picture.data);
    const options = `inline=1;size=${file.length};width=${width};height=${height};preserveAspectRatio=1;doNotMoveCursor=1`;
    const draw = `\u001b]1337;File=${options}:${file.toString('base64')}\u0007`;
    return { width, height, key: `iterm2 ${setting.passthrough} ${key}`, draw: drawThrough(draw, setting.passthrough) };
  },
};
