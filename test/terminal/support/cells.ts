import type { FakeTerminal } from './fake-terminal.js';

/** A cell of the emulator in words, so that two can be compared and a difference can be read. */
export function cellText(terminal: FakeTerminal, x: number, y: number): string {
  const buffer = terminal.emulator.buffer.active;
  const cell = buffer.getLine(buffer.viewportY + y)?.getCell(x);
  if (!cell) return 'none';
  const chars = cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
  const style = [
    cell.isBold() && 'bold',
    cell.isDim() && 'dim',
    cell.isItalic() && 'italic',
    cell.isUnderline() && 'underline',
    cell.isInverse() && 'inverse',
    cell.isStrikethrough() && 'struck',
  ].filter(Boolean);
  return [
    JSON.stringify(chars),
    cell.isFgDefault() ? '-' : `${cell.isFgRGB() ? '#' : 'p'}${cell.getFgColor().toString(16)}`,
    cell.isBgDefault() ? '-' : `${cell.isBgRGB() ? '#' : 'p'}${cell.getBgColor().toString(16)}`,
    ...style,
  ].join(' ');
}
