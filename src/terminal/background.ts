/** Any part of it 0–255. */
type Rgb = readonly [number, number, number];

/**
 * The background of the terminal: what it, or the one around tmux, said itself, else what some terminals leave in COLORFGBG (`15;0`: the numbers
 * of the foreground and, last, of the background among the sixteen colours; 7 and 9 to 15 are light). Null when neither is known.
 */
export function backgroundOf(
  probe: { background?: Rgb | null; outer?: { background?: Rgb | null } | null } | null,
  env: Readonly<Record<string, string | undefined>>,
): Rgb | null {
  const told = probe?.background ?? probe?.outer?.background;
  if (told) return told;
  const last = /^\d+;(?:\w+;)?(\d+)$/.exec(env['COLORFGBG'] ?? '')?.[1];
  if (last === undefined) return null;
  const number = Number(last);
  return number === 7 || (number > 8 && number < 16) ? [255, 255, 255] : [0, 0, 0];
}
