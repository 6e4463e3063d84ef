/**
 * Clocks of file systems tick: a file that was written this many milliseconds ago, or fewer, may be written again without
 * its time moving, so what was read of it is not kept.
 */
export const clockTick = 100;
