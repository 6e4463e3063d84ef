import type { Region } from '../../../terminal/images/driver.js';

export interface Size {
  width: number;
  height: number;
}

/** Which part of a picture is looked at. */
export interface Viewport {
  /** Drawn pixels for each of the picture's; null = as large as all of it fits. */
  scale: number | null;
  /** The middle of what is seen, in fractions of the sides. */
  x: number;
  y: number;
}

/** All of it. */
export const whole: Viewport = { scale: null, x: 0.5, y: 0.5 };

/** The steps of zooming: drawn pixels for each of the picture's. */
const ladder = [1 / 32, 1 / 24, 1 / 16, 1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16];
/** Scales that differ by less are the same. */
const same = 1.001;

/** The scale at which all of a picture is just seen. @param room in pixels */
export function fitScale(picture: Size, room: Size): number {
  return Math.min(room.width / Math.max(1, picture.width), room.height / Math.max(1, picture.height));
}

/** The scale at which it is shown: never so small that room is left on all sides. */
export function scaleOf({ scale }: Viewport, picture: Size, room: Size): number {
  const fit = fitScale(picture, room);
  return scale === null || scale < fit * same ? fit : scale;
}

/** The part that is seen, always inside of the picture. */
export function regionOf(view: Viewport, picture: Size, room: Size): Region {
  const scale = scaleOf(view, picture, room);
  const [left, width] = span(view.x, room.width / (scale * Math.max(1, picture.width)));
  const [top, height] = span(view.y, room.height / (scale * Math.max(1, picture.height)));
  return { left, top, width, height };
}

/** Start and length of a part of a side around its middle, both in fractions of it. */
function span(middle: number, wanted: number): [number, number] {
  const length = wanted > 1 - 1e-9 ? 1 : wanted;
  return [Math.max(0, Math.min(1 - length, middle - length / 2)), length];
}

/** One step in (1) or out (-1). The middle stays, so that a step back shows the same as before. */
export function zoomBy(view: Viewport, direction: 1 | -1, picture: Size, room: Size): Viewport {
  const now = scaleOf(view, picture, room);
  if (direction === 1) {
    const next = ladder.find((step) => step > now * same);
    return next === undefined ? view : { ...view, scale: next };
  }
  const fit = fitScale(picture, room);
  const next = ladder.findLast((step) => step * same < now);
  return { ...view, scale: next === undefined || next <= fit * same ? null : next };
}

/** Every pixel of the picture one that is drawn; all of it when that is less than fits. */
export function oneToOne(view: Viewport, picture: Size, room: Size): Viewport {
  return { ...view, scale: fitScale(picture, room) >= 1 ? null : 1 };
}

/** Moves by so many times what is seen of each side, as far as the picture goes. */
export function pan(view: Viewport, right: number, down: number, picture: Size, room: Size): Viewport {
  const seen = regionOf(view, picture, room);
  return {
    ...view,
    x: moved(seen.left, seen.width, right),
    y: moved(seen.top, seen.height, down),
  };
}

function moved(start: number, length: number, times: number): number {
  return Math.max(0, Math.min(1 - length, start + times * length)) + length / 2;
}

/**
 * The same part of another picture: as many times larger than as a whole, and as far from one edge towards the other. Of
 * two pictures of one shape these are the same fractions of their sides, whatever their sizes.
 *
 * @param from the picture that `view` is of, and the room that it has; @param to the other one
 */
export function linked(view: Viewport, from: { picture: Size; room: Size }, to: { picture: Size; room: Size }): Viewport {
  const times = scaleOf(view, from.picture, from.room) / fitScale(from.picture, from.room);
  const scale = times < same ? null : times * fitScale(to.picture, to.room);
  const here = regionOf(view, from.picture, from.room);
  const there = regionOf({ ...view, scale }, to.picture, to.room);
  return { scale, x: between(here.left, here.width, there.width), y: between(here.top, here.height, there.height) };
}

/** The middle of a part of another length that lies as far between the edges. */
function between(start: number, length: number, other: number): number {
  const share = length === 1 ? 0.5 : start / (1 - length);
  return share * (1 - other) + other / 2;
}
