/** A part of a picture, in fractions of its sides, 0–1. */
export interface ImageRegion {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** In what form a picture is wanted. */
export interface ImageRequest {
  /** Raw pixels (three bytes each), or a file of that kind. */
  as: 'rgb' | 'png' | 'jpeg';
  /** The room in pixels: the picture is made to fit, so that one side may be smaller. Files are never enlarged, pixels are. */
  width: number;
  height: number;
  /** Only this part; absent = all of it. */
  region?: ImageRegion | undefined;
  /** `png`: dithered to a palette of at most this many colours. */
  colors?: number | undefined;
  /** `jpeg`: 1–100. */
  quality?: number | undefined;
}

/** A picture as it was wanted, with its size in pixels as it came out. */
export interface ImageData {
  as: ImageRequest['as'];
  width: number;
  height: number;
  data: Uint8Array;
}
