/**
 * The shortest sequence that brings the cursor from one cell to another, columns and rows from 0. A `fromX` or `fromY`
 * below 0 means that it is not known where the cursor is.
 */
export function move(fromX: number, fromY: number, x: number, y: number): string {
  if (fromX === x && fromY === y) return '';
  let best = absolute(x, y);
  if (fromX < 0 || fromY < 0) return best;
  const down = step(y - fromY, 'B', 'A');
  for (const candidate of [down + step(x - fromX, 'C', 'D'), `${down}\u001b[${x === 0 ? '' : x + 1}G`, down + '\r' + step(x, 'C', 'D')]) {
    if (candidate.length < best.length) best = candidate;
  }
  // A line feed keeps or loses the column, by the terminal's mode; after a carriage return that does not matter.
  const feeds = y - fromY;
  if (feeds > 0 && feeds <= 3) {
    const lines = '\r' + '\n'.repeat(feeds) + step(x, 'C', 'D');
    if (lines.length < best.length) best = lines;
  }
  return best;
}

function absolute(x: number, y: number): string {
  if (x === 0) return y === 0 ? '\u001b[H' : `\u001b[${y + 1}H`;
  return `\u001b[${y + 1};${x + 1}H`;
}

function step(by: number, forward: string, back: string): string {
  if (by === 0) return '';
  const count = Math.abs(by);
  return `\u001b[${count === 1 ? '' : count}${by > 0 ? forward : back}`;
}
