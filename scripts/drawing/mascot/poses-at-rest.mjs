/** How the mascot sits and sleeps; the form is that of `poses.mjs`. */

export const sitting = {
  head: { x: 0, y: -208 },
  neck: { x: 0, y: -104 },
  torso: { x: 0, y: -62 },
  tail: { x: 36, y: -22, turn: 34, k: 0.94 },
  arms: [
    {
      points: [
        [-38, -104],
        [-66, -74],
        [-44, -46],
      ],
    },
    {
      points: [
        [38, -104],
        [66, -74],
        [44, -46],
      ],
    },
  ],
  legs: [
    {
      points: [
        [-30, -22],
        [-62, -34],
        [-72, -16],
      ],
      side: -1,
      front: true,
      sole: true,
    },
    {
      points: [
        [30, -22],
        [62, -34],
        [72, -16],
      ],
      side: 1,
      front: true,
      sole: true,
    },
  ],
};

/** Seen from above: the head is near and large, the body falls away under it. */
export const fromAbove = {
  ...sitting,
  head: { x: 0, y: -158, pitch: 0.75, k: 1.12, eyes: 'wide', mouth: 'open' },
  neck: { x: 0, y: -58 },
  torso: { x: 0, y: -40, k: 0.88 },
  tail: { x: 40, y: -34, turn: 30, k: 0.9 },
  arms: [
    {
      points: [
        [-34, -66],
        [-84, -60],
        [-92, -20],
      ],
    },
    {
      points: [
        [34, -66],
        [84, -60],
        [92, -20],
      ],
    },
  ],
  legs: [
    {
      points: [
        [-26, -8],
        [-44, -4],
        [-46, 22],
      ],
      side: -1,
      front: true,
      sole: true,
    },
    {
      points: [
        [26, -8],
        [44, -4],
        [46, 22],
      ],
      side: 1,
      front: true,
      sole: true,
    },
  ],
};

/** Curled up: the head on its paws, the tail laid around in front like a blanket. */
export const asleep = {
  head: { x: -88, y: -92, turn: -0.2, pitch: -0.25, lean: -7, eyes: 'asleep', mouth: 'small', droop: 0.3 },
  neck: { x: -44, y: -18, turn: -16, wind: 40 },
  torso: { x: 72, y: -78, lean: 68, k: 1.5, curled: true },
  tail: { x: 186, y: -62, turn: -58, flip: true, front: true, k: 0.92 },
  arms: [
    {
      points: [
        [-20, -22],
        [-60, -2],
        [-112, -8],
      ],
    },
  ],
  legs: [],
};

/** Sitting with both paws out to hold something in front. */
export const holding = {
  ...sitting,
  arms: [
    {
      points: [
        [-60, -80],
        [-98, -72],
        [-82, -40],
      ],
      layer: 'over',
    },
    {
      points: [
        [60, -80],
        [98, -72],
        [82, -40],
      ],
      layer: 'over',
    },
  ],
  legs: [
    {
      points: [
        [-30, -22],
        [-70, -26],
        [-100, -16],
      ],
      side: -1,
      front: true,
      sole: true,
    },
    {
      points: [
        [30, -22],
        [70, -26],
        [100, -16],
      ],
      side: 1,
      front: true,
      sole: true,
    },
  ],
};
