import type { Command } from 'commander';
import { registerTakingBack } from './take-back.js';

/** `redo WORKSPACE [ID]`: brings back the change that was undone last, or the one named. */
export function register(program: Command): void {
  registerTakingBack(program, 'redo', 'bring back the change undone last, or the one named');
}
