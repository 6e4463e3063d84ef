const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `width` cells filled to `share` (0–1), in eighths of a cell. */
export function bar(share: number, width: number): { done: string; rest: string } {
  const cells = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * width;
  const whole = Math.floor(cells);
  const part = eighths[Math.floor((cells - whole) * 8)] ?? '';
  const done = '█'.repeat(whole) + part;
  return { done, rest: '░'.repeat(Math.max(0, width - whole - (part === '' ? 0 : 1))) };
}
