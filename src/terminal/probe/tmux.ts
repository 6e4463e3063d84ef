import { execFile } from 'node:child_process';

/** What tmux says of itself and of the terminal around it. */
export interface Tmux {
  version: string;
  /** Does it hand wrapped sequences through? */
  passthrough: boolean;
  /** Do 24-bit colours reach the terminal around it unchanged? */
  exactColors: boolean;
  /** Does it draw sixels of its own in that terminal? */
  sixel: boolean;
  /** TERM of the terminal around it. */
  term: string;
  /** One cell of that terminal in pixels, where it told tmux. */
  cell: { width: number; height: number } | null;
}

const format = '#{version}|#{allow-passthrough}|#{client_termfeatures}|#{client_termname}|#{client_cell_width}|#{client_cell_height}';

/**
 * Asks the tmux that this runs in; null when it cannot be asked (none here, or it does not answer in time).
 * @param limit milliseconds
 */
export function askTmux(env: Readonly<Record<string, string | undefined>>, limit: number): Promise<Tmux | null> {
  const { TMUX: socket, TMUX_PANE: pane } = env;
  if (!socket) return Promise.resolve(null);
  const target = pane ? ['-t', pane] : [];
  return new Promise((resolve) => {
    execFile('tmux', ['display-message', '-p', ...target, format], { env: { ...env }, timeout: limit }, (error, out) => {
      resolve(error ? null : readTmux(out));
    });
  });
}

/** Reads what tmux printed for the format above. */
export function readTmux(text: string): Tmux {
  const [version = '', passthrough = '', features = '', term = '', width, height] = text.trim().split('|');
  const cell = Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : null;
  const has = (feature: string): boolean => features.split(',').includes(feature);
  // Before 3.3 there was no such option, and everything was handed through.
  return { version, passthrough: passthrough !== 'off' && passthrough !== '0', exactColors: has('RGB'), sixel: has('sixel'), term, cell };
}
