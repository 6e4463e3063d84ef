/**
 * How the mascot stands, sits, runs, sleeps. Units: feet at 0,0, y grows downwards, the head's middle at −245.
 * An arm or leg is three points: root, bend, end. A leg with `front` is drawn over the torso; an arm lies `back` of it, in `front`
 * (the default), or `over` everything.
 */

export const standing = {
  head: { x: 0, y: -248 },
  neck: { x: 0, y: -142 },
  torso: { x: 0, y: -98 },
  tail: { x: 20, y: -62, turn: 6 },
  arms: [
    {
      points: [
        [-36, -132],
        [-68, -108],
        [-66, -74],
      ],
    },
    {
      points: [
        [36, -132],
        [68, -108],
        [66, -74],
      ],
    },
  ],
  legs: [
    {
      points: [
        [-26, -58],
        [-28, -30],
        [-28, -10],
      ],
      side: -1,
    },
    {
      points: [
        [26, -58],
        [28, -30],
        [28, -10],
      ],
      side: 1,
    },
  ],
};

export const waving = {
  ...standing,
  head: { ...standing.head, lean: -5, eyes: 'open', mouth: 'open' },
  arms: [
    {
      points: [
        [-36, -130],
        [-124, -102],
        [-160, -172],
      ],
    },
    {
      points: [
        [36, -132],
        [72, -110],
        [56, -76],
      ],
    },
  ],
};

export const walking = {
  ...standing,
  head: { x: 8, y: -248, turn: 0.5, lean: 3, eyes: 'open', mouth: 'smile' },
  torso: { x: 0, y: -98, turn: 0.5, lean: 3 },
  neck: { x: 3, y: -142, wind: 46 },
  tail: { x: -22, y: -66, turn: -14, flip: true },
  arms: [
    {
      points: [
        [34, -138],
        [66, -118],
        [84, -92],
      ],
      layer: 'back',
    },
    {
      points: [
        [-34, -138],
        [-64, -112],
        [-76, -82],
      ],
    },
  ],
  legs: [
    {
      points: [
        [22, -58],
        [44, -38],
        [50, -10],
      ],
      side: 1,
    },
    {
      points: [
        [-24, -58],
        [-32, -36],
        [-46, -12],
      ],
      side: -1,
      front: true,
    },
  ],
};

export const running = {
  head: { x: 44, y: -244, turn: 0.85, lean: 6, eyes: 'open', mouth: 'open' },
  neck: { x: 22, y: -144, turn: 10, wind: 78, swing: 54 },
  torso: { x: 0, y: -102, turn: 0.8, lean: 18 },
  tail: { x: -32, y: -70, turn: -52, flip: true },
  arms: [
    {
      points: [
        [40, -132],
        [84, -116],
        [108, -138],
      ],
      layer: 'back',
    },
    {
      points: [
        [-4, -138],
        [-56, -136],
        [-66, -92],
      ],
    },
  ],
  legs: [
    {
      points: [
        [-22, -62],
        [-62, -44],
        [-98, -52],
      ],
      side: -1,
    },
    {
      points: [
        [16, -60],
        [64, -64],
        [72, -14],
      ],
      side: 1,
      front: true,
    },
  ],
};

/** In the air and seen from below: the soles are near and large, the head is farther off. */
export const jumping = {
  head: { x: 0, y: -252, pitch: 0.55, lean: 4, eyes: 'happy', mouth: 'open', k: 0.88 },
  neck: { x: 0, y: -160, wind: 96, swing: 62 },
  torso: { x: 0, y: -112, k: 1.06, lean: -4 },
  tail: { x: 24, y: -72, turn: 42 },
  arms: [
    {
      points: [
        [-40, -152],
        [-104, -160],
        [-140, -236],
      ],
    },
    {
      points: [
        [40, -152],
        [104, -160],
        [140, -236],
      ],
    },
  ],
  legs: [
    {
      points: [
        [-28, -66],
        [-84, -64],
        [-84, -4],
      ],
      side: -1,
      front: true,
      sole: true,
      size: 1.4,
    },
    {
      points: [
        [28, -66],
        [72, -66],
        [96, -34],
      ],
      side: 1,
      front: true,
      sole: true,
      size: 1.3,
    },
  ],
};

export const fromBehind = {
  ...standing,
  back: true,
  neck: { x: 0, y: -150, wind: -12 },
  tail: { x: 4, y: -58, turn: 12, k: 1.05 },
};

/** Head and shoulders, for portraits. */
export const portrait = {
  ...standing,
  head: { x: 0, y: -248, turn: -0.18, lean: 5, eyes: 'open', mouth: 'smile' },
  neck: { x: 0, y: -140, wind: 24 },
};
