/** One tag asked for through the set, image by image. */
export interface Sweep {
  tag: string;
  /** The images by id, in the order in which they are asked. */
  order: readonly number[];
  /** The place in that order; its length when all were asked. */
  at: number;
  answers: readonly Answer[];
}

export interface Answer {
  id: number;
  has: boolean;
  /** Was the caption changed by it? */
  changed: boolean;
}
