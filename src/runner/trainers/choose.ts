import { kohyaTrainer } from './kohya.js';
import { recordedTrainer } from './recorded.js';
import type { Trainer } from './trainer.js';
import type { UserConfig } from '../user-config.js';

export interface TrainerWish {
  /** `trainer` of the workspace's `[loradeck]` table: `recorded`, or null for what the machine has. */
  trainer?: string | null;
  /** Name of a recording: asks for the recorded trainer. */
  recording?: string;
  /** How much faster than recorded; without meaning for a real trainer. */
  speed?: number;
}

/**
 * The trainer for a run: sd-scripts when this machine's configuration names a checkout, otherwise, or when it is asked
 * for, the recorded one.
 */
export function chooseTrainer(config: UserConfig, wish: TrainerWish = {}): Trainer {
  const recorded = wish.recording !== undefined || wish.trainer === 'recorded';
  if (config.trainer && !recorded) return kohyaTrainer(config.trainer);
  return recordedTrainer({ name: wish.recording, speed: wish.speed });
}
