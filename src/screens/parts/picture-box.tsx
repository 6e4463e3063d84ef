import { Text } from 'ink';
import { memo, useEffect, useState } from 'react';
import type { Picture } from '../../core/dataset/model.js';
import type { Region } from '../../terminal/images/driver.js';
import { useDeck } from '../deck/deck.js';
import { printable } from '../../core/printable.js';

interface Props {
  picture: Picture | null;
  width: number;
  height: number;
  /** How long the cursor must rest before it is decoded, in milliseconds. */
  restMs?: number;
  /** Only this part of it; the same object as long as it is the same part. */
  region?: Region;
}

/** A picture in the layout: a hole of the image layer, with its name for screen readers. */
export const PictureBox = memo(function PictureBox({ picture, width, height, restMs = 0, region }: Props) {
  const { pictures } = useDeck();
  const [hole] = useState(() => pictures.open());
  useEffect(() => () => pictures.close(hole), [pictures, hole]);
  useEffect(() => pictures.show(hole, picture, width, height, restMs, region), [pictures, hole, picture, width, height, restMs, region]);
  if (width <= 0 || height <= 0) return null;
  const label = picture ? `picture ${printable(picture.name)}` : 'no picture';
  return <Text aria-label={label}>{pictures.text(hole, width, height)}</Text>;
});
