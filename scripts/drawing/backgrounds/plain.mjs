import { rect } from '../svg.mjs';

/** One flat colour, nothing else. */
export const flat = (colour) => (kit, w, h) => rect(0, 0, w, h, { fill: colour });
