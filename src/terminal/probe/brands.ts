import type { DriverName } from '../images/drivers.js';

/** A terminal, how it is known, and how it draws pictures best. */
export interface Brand {
  name: string;
  /** The name that it gives itself when asked. */
  says?: RegExp;
  /** TERM. */
  term?: RegExp;
  /** TERM_PROGRAM. */
  program?: RegExp;
  /** A variable that it sets, also seen where ssh passes it on. */
  variable?: string;
  draws: DriverName;
  /** `draws` only from this version on, by the number that it gives after its name. */
  since?: readonly [major: number, minor: number];
  /** `draws` only when its attributes say that it knows sixels (4): that part of it can be switched off or be missing. */
  ifSixel?: boolean;
}

/** The terminals whose ways are known. A name that the terminal gives itself goes before what the environment says. */
export const brands: readonly Brand[] = [
  { name: 'kitty', says: /^kitty\b/i, term: /^xterm-kitty$/, variable: 'KITTY_WINDOW_ID', draws: 'kitty', since: [0, 28] },
  { name: 'Ghostty', says: /^ghostty\b/i, term: /^xterm-ghostty$/, program: /^ghostty$/i, draws: 'kitty' },
  { name: 'rio', says: /^rio\b/i, term: /^rio$/, program: /^rio$/i, draws: 'kitty' },
  { name: 'iTerm2', says: /^iTerm2\b/i, program: /^iTerm\.app$/, draws: 'iterm2' },
  { name: 'WezTerm', says: /^WezTerm\b/i, term: /^wezterm$/, program: /^WezTerm$/i, variable: 'WEZTERM_EXECUTABLE', draws: 'iterm2' },
  { name: 'Warp', says: /^Warp\b/i, program: /^WarpTerminal$/i, draws: 'iterm2' },
  { name: 'VS Code', program: /^vscode$/, draws: 'iterm2', ifSixel: true },
  { name: 'xterm.js', says: /^xterm\.js\b/i, draws: 'iterm2', ifSixel: true },
  { name: 'mintty', says: /^mintty\b/i, program: /^mintty$/, draws: 'iterm2' },
  { name: 'Konsole', says: /^Konsole\b/i, variable: 'KONSOLE_VERSION', draws: 'iterm2', ifSixel: true },
  { name: 'foot', says: /^foot\b/i, term: /^foot(-|$)/, draws: 'sixel' },
  { name: 'contour', says: /^contour\b/i, term: /^contour(-|$)/, program: /^contour$/i, draws: 'sixel' },
  { name: 'mlterm', says: /^mlterm\b/i, term: /^mlterm(-|$)/, draws: 'sixel', ifSixel: true },
  { name: 'xterm', says: /^XTerm\b/, draws: 'sixel', ifSixel: true },
  { name: 'Windows Terminal', says: /^Windows Terminal\b/i, variable: 'WT_SESSION', draws: 'sixel', ifSixel: true },
  { name: 'VTE', says: /^VTE\b/i, variable: 'VTE_VERSION', draws: 'sixel', ifSixel: true },
  { name: 'Zellij', says: /^Zellij\b/i, variable: 'ZELLIJ', draws: 'sixel', ifSixel: true },
  { name: 'Alacritty', says: /^alacritty\b/i, term: /^alacritty(-|$)/, draws: 'blocks' },
  { name: 'Apple Terminal', program: /^Apple_Terminal$/, draws: 'blocks' },
  { name: 'Linux console', term: /^linux$/, draws: 'blocks' },
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Which terminal it is, by its own name, else by the environment; null when neither says. */
export function brandOf(name: string | null, env: Environment): Brand | null {
  const said = name === null ? undefined : brands.find(({ says }) => says?.test(name));
  if (said) return said;
  // ssh passes LC_… on by itself, and iTerm2 makes use of that.
  if (env['LC_TERMINAL'] === 'iTerm2' && !env['TERM_PROGRAM']) return brands.find((brand) => brand.name === 'iTerm2') ?? null;
  // A variable may be left over from the terminal out of which this one was started: it counts last.
  return (
    brands.find(({ program }) => program?.test(env['TERM_PROGRAM'] ?? '')) ??
    brands.find(({ term }) => term?.test(env['TERM'] ?? '')) ??
    brands.find(({ variable }) => variable !== undefined && env[variable]) ??
    null
  );
}

/** Is a name's version at least this? A name without one is taken to be new. */
export function isSince(name: string | null, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /(\d+)\.(\d+)/.exec(name ?? '') ?? [];
  if (first === undefined) return true;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
