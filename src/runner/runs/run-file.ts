import { z } from 'zod';

/** `run.json`: what was started, where and with what. Written once, before the start. Keys of later versions are left aside. */
export const runFileSchema = z.object({
  id: z.string(),
  /** ISO time. */
  created: z.string(),
  /** Absolute path of the workspace when the run was made. */
  workspace: z.string(),
  argv: z.array(z.string()),
  cwd: z.string(),
  /** Variables added to the machine's own. */
  env: z.record(z.string(), z.string()),
  host: z.string(),
  engine: z.string(),
  /** The trainer's name as people read it. */
  trainer: z.string(),
  /** The recording that is played in place of a training; null for a real trainer. */
  recorded: z.object({ name: z.string() }).nullable(),
  /** What the trainer's output names → where it really lies. Empty for a real trainer. */
  paths: z.record(z.string(), z.string()),
  /** Absolute folder in which the checkpoints appear. */
  output: z.string(),
});

export type RunFile = z.infer<typeof runFileSchema>;
