import type { LogShape } from './log-window.js';

/** The place that a log pane of these outer cells has for the log. */
export function logShape({ width, height, wrapped }: { width: number; height: number; wrapped: boolean }): LogShape {
  return { rows: Math.max(0, height - 2), width: width - 4, wrapped };
}
