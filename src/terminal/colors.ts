/** How many colours the terminal shows. */
export type ColorDepth = 'truecolor' | '256' | '16' | 'none';

type Environment = Record<string, string | undefined>;

const levels: readonly ColorDepth[] = ['none', '16', '256', 'truecolor'];

/** What the environment says about colours. */
export interface ColorGuess {
  depth: ColorDepth;
  /** Did somebody say so (NO_COLOR, FORCE_COLOR, COLORTERM)? When not, the terminal may know more and can be asked. */
  sure: boolean;
}

/** The colour depth by the environment: NO_COLOR, FORCE_COLOR, COLORTERM, then the terminal's name. */
export function colorsFromEnvironment(env: Readonly<Environment>): ColorGuess {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && /^\d+$/.test(forced)) return { depth: levels[Math.min(3, Number(forced))] ?? 'none', sure: true };
  if (forced === 'false' || (env['NO_COLOR'] ?? '') !== '') return { depth: 'none', sure: true };
  const term = env['TERM'] ?? '';
  if (/^(truecolor|24bit)$/i.test(env['COLORTERM'] ?? '')) return { depth: 'truecolor', sure: true };
  if (/^(xterm-kitty|xterm-ghostty|wezterm|alacritty|foot(-direct)?|.*-direct)$/.test(term)) return { depth: 'truecolor', sure: true };
  if (term === '' || term === 'dumb') return { depth: 'none', sure: false };
  // The Linux console takes 24-bit colours and shows the nearest of its sixteen.
  if (term === 'linux') return { depth: '16', sure: true };
  return { depth: /256/.test(term) ? '256' : '16', sure: false };
}

/** The depth when the terminal was asked too: what somebody said counts, else the terminal may know more. */
export function depthOf(guess: ColorGuess, asked: { truecolor: boolean; tmux: { exactColors: boolean } | null }): ColorDepth {
  return !guess.sure && (asked.truecolor || asked.tmux?.exactColors) ? 'truecolor' : guess.depth;
}

/**
 * Tells chalk, which reads the environment when it is first imported, the depth that was found. Without colours it is told
 * 16, as it would else leave out inverse and bold too, and with them the cursor; the screen takes the colours out. Call the function that it
 * gives once Ink is imported: it puts the environment back, so that programs started later (a trainer that colours its log)
 * are not told to use colours.
 */
export function tellChalk(depth: ColorDepth, env: Environment): () => void {
  const before = { FORCE_COLOR: env['FORCE_COLOR'], COLORTERM: env['COLORTERM'] };
  env['FORCE_COLOR'] = String(Math.max(1, levels.indexOf(depth)));
  if (depth === 'truecolor') env['COLORTERM'] = 'truecolor';
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  };
}
