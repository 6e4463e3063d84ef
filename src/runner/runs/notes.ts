import { z } from 'zod';
import type { Run } from './run.js';

const noteSchema = z.object({ note: z.string().default(''), star: z.boolean().default(false) });
const schema = z.object({ checkpoints: z.record(z.string(), noteSchema).default({}) });

/** What a person noted of a saved epoch (Q04). */
export type CheckpointNote = z.infer<typeof noteSchema>;

/** `notes.json`: notes by the checkpoint's file name. */
export type Notes = z.infer<typeof schema>;

/** Reads the notes of a run; none when there are none or the file is damaged. */
export async function readNotes(run: Run): Promise<Notes> {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(await run.host.read(`${run.folder}/notes.json`))));
  } catch {
    return { checkpoints: {} };
  }
}

/** Sets the note of one checkpoint and gives all notes as they are then. */
export async function writeNote(run: Run, file: string, note: CheckpointNote): Promise<Notes> {
  const notes = await readNotes(run);
  const next = { ...notes, checkpoints: { ...notes.checkpoints, [file]: note } };
  await run.host.write(`${run.folder}/notes.json`, `${JSON.stringify(next, null, 2)}\n`);
  return next;
}
