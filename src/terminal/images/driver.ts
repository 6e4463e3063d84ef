import type { ColorDepth } from '../colors.js';
import type { TerminalImage } from './image.js';

/** How much is spent on a picture: all that the terminal can show, less where the line is slow, or as little as is of use. */
export const qualities = ['full', 'light', 'least'] as const;
export type Quality = (typeof qualities)[number];

/** What a driver knows of the terminal and of the moment. */
export interface DrawSetting {
  colors: ColorDepth;
  /** One cell in pixels, as the terminal says, else as most are. */
  cell: { width: number; height: number };
  quality: Quality;
  /** Wrap what tmux would swallow, so that it reaches the terminal around it. */
  passthrough: boolean;
  /** Does a 24-bit colour reach the terminal unchanged? Not through a tmux that was not told of them. */
  exactColors: boolean;
  /** Colours that a sixel picture may have; 256 when the terminal did not say. */
  registers?: number;
  /** Pixels that a sixel picture may have on its sides; what is larger would be cut off. */
  area?: { width: number; height: number };
}

/** Cells that there are for a picture. */
export interface CellRoom {
  columns: number;
  rows: number;
}

/** A part of a picture, in fractions of its sides, 0–1. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a driver wants to get of a picture's file. */
export interface PictureRequest {
  /** Raw pixels (three bytes each), or a file of that kind. */
  as: 'rgb' | 'png' | 'jpeg';
  /** The room in pixels; the whole picture is made to fit, so that one side may be smaller. */
  width: number;
  height: number;
  /** Only this part of the picture, made to fit the room; absent = all of it. */
  region?: Region;
  /** `png`: dithered to a palette of at most this many colours; the image library knows 256, 16, 4 and 2. */
  colors?: number;
  /** `jpeg`: 1–100. */
  quality?: number;
}

/** What it gets: sizes in pixels as they came out. */
export interface PictureData {
  as: PictureRequest['as'];
  width: number;
  height: number;
  data: Uint8Array;
  /** What the file is, for drivers that say it in words: its format and its size in pixels. */
  source?: { format: string; width: number; height: number };
}

/** A way to show pictures. One file a driver; the table in `drivers.ts` is all that has to know it. */
export interface Driver {
  name: string;
  /** One line for people: what it is and where it works. */
  about: string;
  /** Does it say what the picture is? Then it draws `source` too. */
  inWords?: true;
  /** What to read of the file for a place of this many cells; null when it needs nothing of the pixels. */
  request: (room: CellRoom, setting: DrawSetting) => PictureRequest | null;
  /** The picture for what was read; null when the driver shows none. @param key names the picture and the room */
  draw: (data: PictureData, room: CellRoom, setting: DrawSetting, key: string) => TerminalImage | null | Promise<TerminalImage | null>;
}
