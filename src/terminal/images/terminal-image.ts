import type TerminalImage from 'terminal-image';
import { tellChalk, type ColorDepth } from '../colors.js';
import { Links } from '../screen/links.js';
import { parseLine } from '../screen/parse-line.js';
import type { Driver } from './driver.js';

type TerminalImagePackage = typeof TerminalImage;
let loading: Promise<TerminalImagePackage> | undefined;

/**
 * The package, loaded when it is first needed. Its chalk reads the colours from the environment once, while it is loaded.
 */
export function loadTerminalImage(colors: ColorDepth): Promise<TerminalImagePackage> {
  if (!loading) {
    const undo = tellChalk(colors, process.env);
    loading = import('terminal-image').then(({ default: terminalImage }) => terminalImage).finally(undo);
  }
  return loading;
}

/** The half blocks of the package terminal-image, taken apart into cells. */
export const terminalImageDriver: Driver = {
  name: 'terminal-image',
  about: 'half blocks as the package terminal-image draws them',
  request: ({ columns, rows }) => ({ as: 'png', width: columns, height: 2 * rows }),
  draw: async ({ data, width, height }, { columns }, { colors }, key) => {
    const terminalImage = await loadTerminalImage(colors);
    const rows = Math.ceil(height / 2);
    // Its own way to the terminal (kitty, iTerm2) would write past the screen.
    const text = await terminalImage.buffer(data, { width, height: rows, preserveAspectRatio: false, preferNativeRender: false });
    const links = new Links();
    const lines = text.split('\n').map((line) => parseLine(line, columns, links));
    return {
      // It gives less than asked for where it takes the window to be narrower.
      width: Math.min(width, columns),
      height: lines.length,
      key: `terminal-image ${colors} ${key}`,
      cells: (x, y) => ({ char: lines[y]?.chars[x] ?? ' ', fg: lines[y]?.fg[x] ?? 0, bg: lines[y]?.bg[x] ?? 0 }),
    };
  },
};
