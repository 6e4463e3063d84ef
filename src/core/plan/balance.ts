/** A concept as far as balance goes. */
export interface Weight {
  folder: string;
  images: number;
  repeats: number;
}

/** Repeats with which concepts are trained alike (M04, M05). */
export interface Balance {
  /** How far from the largest folder's images × repeats another's may be, as a share of them. */
  tolerance: number;
  /** Proposed repeats of each folder; those of the largest are the smallest that meet the tolerance. */
  repeats: Record<string, number>;
  /** How far off the worst folder is then, and how far it is now. */
  imbalance: number;
  imbalanceNow: number;
  /** Epochs with which an image of the largest folder is seen as often as now. */
  epochs: number;
  /** The largest folder has so many times the images of the smallest (M06). */
  ratio: number;
}

/** 5 %: one image in twenty. */
export const defaultTolerance = 0.05;

/**
 * Proposes repeats: for each base, the repeats of the folder with the most images, every other folder gets those that come nearest
 * (M04); the smallest base is taken with which none is off by more than the tolerance. There is one: rounding is off by half an
 * image's repeat at most, a share of 0.5 / base.
 *
 * @param tolerance - over 0
 * @param epochs - as they are now
 * @returns null with fewer than two folders that hold images
 */
export function balance(folders: readonly Weight[], epochs: number, tolerance = defaultTolerance): Balance | null {
  const filled = folders.filter(({ images }) => images > 0);
  const largest = filled.reduce<Weight | undefined>((best, folder) => (best && best.images >= folder.images ? best : folder), undefined);
  if (!largest || filled.length < 2) return null;
  const at = (base: number) => filled.map(({ images }) => Math.max(1, Math.round((largest.images * base) / images)));
  const off = (repeats: readonly number[], wanted: number) =>
    Math.max(...filled.map(({ images }, index) => Math.abs(images * (repeats[index] ?? 0) - wanted) / wanted));
  let base = 1;
  while (off(at(base), largest.images * base) > tolerance) base++;
  const repeats = at(base);
  return {
    tolerance,
    repeats: Object.fromEntries(filled.map(({ folder }, index) => [folder, repeats[index] ?? 1])),
    imbalance: off(repeats, largest.images * base),
    imbalanceNow: off(filled.map((folder) => folder.repeats), largest.images * largest.repeats),
    epochs: Math.max(1, Math.round((epochs * largest.repeats) / base)),
    ratio: largest.images / Math.min(...filled.map(({ images }) => images)),
  };
}
