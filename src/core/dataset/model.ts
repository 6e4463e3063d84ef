/**
 * What the workspace holds, as plain data. A dataset is a snapshot: a later scan or an edit makes a new one and keeps
 * the pictures that did not change as the same objects, so that a screen can compare by identity.
 */

/** How the bytes of a caption file were read. `unknown`: neither UTF-8 nor a UTF-16 with a mark. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'unknown';

/** A caption file as it lies on disk. */
export interface Caption {
  /** Relative to the workspace. */
  path: string;
  /** The whole text as read, byte order mark taken off, line ends kept. */
  text: string;
  encoding: Encoding;
  bytes: number;
}

/** What the file itself says of a picture, read from its header (and, where noted, its pixels). */
export interface Facts {
  width: number;
  height: number;
  /** By content, not by name: `png`, `jpeg`, `webp`, `gif`, `bmp`, `avif`, `tiff`, `jxl`, … */
  format: string;
  /** The header has an alpha channel. */
  alpha: boolean;
  /** EXIF orientation, 1 when absent. */
  orientation: number;
  /** Frames of an animation, 1 for a still. */
  frames: number;
  /** Colour space of the file, e.g. `srgb`, `cmyk`, `b-w`. */
  space: string;
  /** Bits a channel. */
  depth: number;
  /** A WebP in the extended container, which the trainer's reader sees one pixel short on both sides (D06). */
  extended?: boolean;
  /** Why the file cannot be read, in one sentence; null when it can. Sizes are 0 then. */
  error: string | null;
}

/** What keeps a caption from being read and written. */
export interface Locked {
  /** `caption`: its file is there and cannot be read. `name`: the image's is not UTF-8. `link`: the image is a link to nothing. */
  by: 'caption' | 'name' | 'link';
  /** One sentence. */
  why: string;
}

/** One image of a concept, of `Raw`, or of `Left out`. */
export interface Picture {
  /** Stable while the program runs, also across renames. */
  id: number;
  /** Relative to the workspace, with `/`. */
  path: string;
  /** The folder's name: a concept, `Raw` or `Left out`. */
  folder: string;
  /** File name with its ending. */
  name: string;
  stem: string;
  bytes: number;
  mtimeMs: number;
  /** Where its caption lies, or would lie. */
  captionPath: string;
  /** Null when there is no caption file. */
  caption: Caption | null;
  /** The tags of the caption's first line, as written (trimmed, empty pieces dropped). */
  tags: readonly string[];
  /** Why its caption can neither be read nor written; absent when it can. */
  locked?: Locked;
  /** Null until the file was looked at. */
  facts: Facts | null;
}

/** A folder `N_text` that the trainer reads. */
export interface Concept {
  /** The folder's name, e.g. `10_hmbrgrlora`. */
  folder: string;
  repeats: number;
  /** What follows `N_`, as written. */
  activationText: string;
  /** The tags of that text, in the order that captions start with (W04). */
  activation: readonly string[];
  pictures: readonly Picture[];
  /** Pictures in it that the trainer passes over: another ending, mixed case, too deep (D17). Relative to the workspace. */
  ignored: readonly string[];
}

/** A folder in the workspace that the trainer does not read as a concept. */
export interface OtherFolder {
  folder: string;
  /** `refused`: looks like a concept but its number is not an integer ≥ 1 (W03). `stray`: holds images, no number (W02). */
  kind: 'raw' | 'left-out' | 'refused' | 'stray' | 'ignored';
  /** Image files directly in it. */
  images: readonly string[];
}

export interface Dataset {
  /** Absolute path of the workspace. */
  root: string;
  /** With its dot: `.txt` unless `loradeck.toml` says otherwise (T01). */
  captionExtension: string;
  concepts: readonly Concept[];
  raw: readonly Picture[];
  leftOut: readonly Picture[];
  others: readonly OtherFolder[];
  /** Image files that lie directly in the workspace (W05). */
  rootImages: readonly string[];
  /** True when the workspace itself is an `N_name` folder with images and no concept in it (W01). */
  isConceptFolder: boolean;
  /** What could not be read on the way, one sentence each, e.g. a folder without permission. */
  problems: readonly string[];
}
