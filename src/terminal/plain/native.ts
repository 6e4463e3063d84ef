import { loadTerminalImage } from '../images/terminal-image.js';

/** Variables by which the package terminal-image and what it builds on know a terminal. */
const signs = [
  'TERM_PROGRAM', 'TERM_PROGRAM_VERSION', 'LC_TERMINAL', 'KITTY_WINDOW_ID', 'KITTY_PID', 'GHOSTTY_RESOURCES_DIR',
  'WEZTERM_PANE', 'WEZTERM_UNIX_SOCKET', 'KONSOLE_VERSION',
] as const;

/** What makes it draw that way: over ssh the environment tells nothing, and what the terminal answered is known here. */
const as = {
  kitty: { KITTY_WINDOW_ID: '1' },
  iterm2: { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.100.0' },
} as const;

/**
 * Draws a picture by the package terminal-image in the terminal's own way.
 * @param file a PNG @param width columns @param height rows, of which the picture takes as many as its shape needs
 * @returns what to print; empty when it was printed already, as the package does for kitty
 */
export async function drawNative(way: keyof typeof as, file: Uint8Array, { width, height }: { width: number; height: number }): Promise<string> {
  const before = Object.fromEntries(signs.map((name) => [name, process.env[name]]));
  for (const name of signs) delete process.env[name];
  Object.assign(process.env, as[way]);
  try {
    const terminalImage = await loadTerminalImage('truecolor');
    return await terminalImage.buffer(file, { width, height, preserveAspectRatio: true, preferNativeRender: true });
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
