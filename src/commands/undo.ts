import type { Command } from 'commander';
import { registerTakingBack } from './take-back.js';

/** `undo WORKSPACE [ID]`: takes back the last change, or an older one whose files are still as it left them. */
export function register(program: Command): void {
  registerTakingBack(program, 'undo', 'take back the last change, or the one named');
}
