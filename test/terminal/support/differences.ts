import type { IBufferCell } from '@xterm/headless';
import { rgb } from '../../../src/terminal/cell.js';
import { cellText } from './cells.js';
import type { FakeTerminal } from './fake-terminal.js';
import type { Gallery, WantedCell } from './gallery.js';

/** Where the two screens differ; where Ink's own shows a hole, what the gallery says is what should be there. */
export function differences(ours: FakeTerminal, inks: FakeTerminal, gallery: Gallery): string[] {
  const found: string[] = [];
  const [ourBuffer, inkBuffer] = [ours.emulator.buffer.active, inks.emulator.buffer.active];
  if (ourBuffer.type !== inkBuffer.type) return [`the ${ourBuffer.type} screen instead of the ${inkBuffer.type} one`];
  const is = ourBuffer.getNullCell();
  const want = ourBuffer.getNullCell();
  for (let y = 0; y < inks.rows; y++) {
    const ourLine = ourBuffer.getLine(ourBuffer.viewportY + y);
    const inkLine = inkBuffer.getLine(inkBuffer.viewportY + y);
    for (let x = 0; x < inks.columns; x++) {
      ourLine?.getCell(x, is);
      inkLine?.getCell(x, want);
      const chars = want.getChars();
      const color = want.getFgColor();
      const picture = isHoleLead(chars) ? gallery.wanted(chars, rgb(color >> 16, (color >> 8) & 255, color & 255), x, y, ours) : null;
      if (picture ? shows(is, picture) : same(is, want)) continue;
      found.push(`${x},${y}: ${cellText(ours, x, y)} instead of ${picture ? JSON.stringify(picture) : cellText(inks, x, y)}`);
    }
  }
  if (ours.cursorShown !== inks.cursorShown) found.push(`the cursor is ${ours.cursorShown ? '' : 'not '}shown`);
  if (inks.cursorShown && (ourBuffer.cursorX !== inkBuffer.cursorX || ourBuffer.cursorY !== inkBuffer.cursorY)) {
    found.push(`cursor ${ourBuffer.cursorX},${ourBuffer.cursorY} instead of ${inkBuffer.cursorX},${inkBuffer.cursorY}`);
  }
  return found;
}

function isHoleLead(chars: string): boolean {
  return chars.length === 2 && chars.charCodeAt(0) >= 0xdbc0;
}

/** An erased cell and a space look the same. */
function text(cell: IBufferCell): string {
  return cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
}

function same(is: IBufferCell, want: IBufferCell): boolean {
  return (
    text(is) === text(want) &&
    is.getFgColorMode() === want.getFgColorMode() &&
    is.getFgColor() === want.getFgColor() &&
    is.getBgColorMode() === want.getBgColorMode() &&
    is.getBgColor() === want.getBgColor() &&
    attributes(is) === attributes(want)
  );
}

function shows(is: IBufferCell, want: WantedCell): boolean {
  const fg = is.isFgDefault() ? null : is.isFgRGB() ? is.getFgColor() : -1;
  const bg = is.isBgDefault() ? null : is.isBgRGB() ? is.getBgColor() : -1;
  return text(is) === want.char && fg === want.fg && bg === want.bg && attributes(is) === 0;
}

function attributes(cell: IBufferCell): number {
  const all = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse(), cell.isStrikethrough(), cell.isInvisible(), cell.isOverline(), cell.isBlink()];
  return all.reduce((bits, is, i) => (is ? bits | (1 << i) : bits), 0);
}
