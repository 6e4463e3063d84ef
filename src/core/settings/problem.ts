import type { SettingValue } from './model.js';

/** Something wrong in the file, found when it was read. */
export interface Problem {
  /** `syntax`: no value of the file can be used. `unknown`: the trainer would ignore the key. */
  kind: 'syntax' | 'unreadable' | 'unknown' | 'type' | 'choice' | 'ours';
  key: string | null;
  /** One sentence. */
  message: string;
  /** The key that was probably meant. */
  meant?: string;
  /** What the value probably should be. */
  better?: SettingValue;
}
