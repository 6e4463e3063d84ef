import type { CellRoom, DrawSetting, PictureData, PictureRequest } from '../images/driver.js';
import { drivers, type DriverName } from '../images/drivers.js';
import { drawThrough } from '../images/passthrough.js';
import { cellsOf, pixelsOf } from '../images/room.js';
import { drawNative } from './native.js';
import { printedImage } from './print-image.js';

/** The most pixels on a side that are sent to be printed. */
const most = 2000;

export interface PictureSetting {
  driver: DriverName;
  /** Did a person name the driver? Then it alone draws. */
  isChosen?: boolean;
  setting: DrawSetting;
  room: CellRoom;
  write: (text: string) => void;
}

/** Reads a picture in the form that is asked for. */
type Read = (request: PictureRequest) => Promise<Omit<PictureData, 'source'>>;

/**
 * What prints one picture at the cursor. Pixels go by the package terminal-image in the terminal's own way (kitty, iTerm2),
 * by our sixels, and in tmux, which that package does not know, by our own drivers; else it draws half blocks.
 */
export function picturePrinter({ driver, isChosen = false, setting, room, write }: PictureSetting): (read: Read, source: PictureData['source']) => Promise<void> {
  return async (read, source) => {
    const isNative = (driver === 'kitty' || driver === 'iterm2') && !(driver === 'kitty' && setting.passthrough);
    if (isNative) {
      const file = await read({ as: 'png', ...pixelsOf(room, setting, most) });
      const { width, height } = naturalCells(file, room, setting);
      const text = await drawNative(driver, file.data, { width, height });
      write(text === '' ? '\n' : `${'\n'.repeat(height)}\u001b[${height}A\u001b7${drawThrough(text, setting.passthrough)}\u001b8\u001b[${height}B\r`);
      return;
    }
    const drawing = drivers[driver === 'blocks' && !isChosen ? 'terminal-image' : driver];
    const request = drawing.request(room, setting);
    if (!request) return;
    const picture = { ...(await read(request)), source };
    const natural = driver === 'kitty' ? naturalRoom(picture, room, setting) : room;
    const image = await drawing.draw(picture, natural, setting, 'printed');
    if (image) write(printedImage(image));
  };
}

/** The cells that a picture takes with its own pixels, at most the room. */
function naturalCells(picture: { width: number; height: number }, room: CellRoom, setting: DrawSetting): { width: number; height: number } {
  return cellsOf(picture, naturalRoom(picture, room, setting), setting);
}

function naturalRoom({ width, height }: { width: number; height: number }, { columns, rows }: CellRoom, { cell }: DrawSetting): CellRoom {
  const factor = Math.max(width, height) >= most ? Infinity : 1;
  return {
    columns: Math.min(columns, Math.max(1, Math.ceil((width / cell.width) * factor))),
    rows: Math.min(rows, Math.max(1, Math.ceil((height / cell.height) * factor))),
  };
}
