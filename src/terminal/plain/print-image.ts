import { isGraphic, type TerminalImage } from '../images/image.js';
import { sgrBetween, type Pen } from '../screen/sgr.js';

const plain: Pen = { fg: 0, bg: 0, attributes: 0 };

/**
 * What prints a picture at the cursor on the ordinary screen, where text scrolls; afterwards the cursor is at the beginning
 * of the line below it.
 */
export function printedImage(image: TerminalImage): string {
  if (isGraphic(image)) {
    // The room is made first, as a picture at the end of the screen would scroll differently in every terminal.
    return `${'\n'.repeat(image.height)}\u001b[${image.height}A\u001b7${image.draw}\u001b8\u001b[${image.height}B\r`;
  }
  let text = image.upload?.chunks.join('') ?? '';
  for (let y = 0; y < image.height; y++) {
    let pen = plain;
    for (let x = 0; x < image.width; x++) {
      const { char, fg, bg } = image.cells(x, y);
      const next = { fg, bg, attributes: 0 };
      text += sgrBetween(pen, next) + char;
      pen = next;
    }
    text += `${sgrBetween(pen, plain)}\n`;
  }
  return text;
}
