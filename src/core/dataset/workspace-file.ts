import { relative, resolve, sep } from 'node:path';
import { cacheRules, type CacheRules } from '../caches/cache-rules.js';
import { effective } from '../settings/resolve.js';
import { readSettings } from '../settings/file.js';
import type { Goal, PromptStyle } from '../settings/model.js';
import { goalFor } from '../settings/ours.js';
import { ARGUMENTS } from '../settings/table/arguments.js';
import { captionRules, type CaptionRules } from '../trainer-eye/caption-rules.js';
import type { Site } from '../vocabulary/model.js';
import { siteOfWorkspace } from '../vocabulary/for-workspace.js';

/** What the dataset and its checks need to know of `loradeck.toml`. */
export interface WorkspaceFile {
  /** With its dot: what the settings give the trainer, which is `.txt` unless the file says otherwise (T01). */
  captionExtension: string;
  /** T02; booru unless the file says otherwise. */
  style: PromptStyle;
  /** Whose names are known here; null for none. */
  site: Site | null;
  /** Tags that are meant as they stand. */
  keepTags: readonly string[];
  /** The base model as the settings name it; empty when they do not. */
  model: string;
  /** Goals as written, by activation text or by folder name, `*` for the whole workspace (W07). */
  goals: Readonly<Record<string, Goal>>;
  /** Folders in the workspace that belong to the trainer: outputs, logs, regularisation. */
  trainerFolders: readonly string[];
  /** What is made of captions, and which caches are used. */
  captions: CaptionRules;
  caches: CacheRules;
  /** Why the file could not be used, in one sentence; null when it could or when there is none. */
  problem: string | null;
}

/**
 * Reads `loradeck.toml` of a workspace as far as the dataset needs it. Never throws: without the file, or with one that
 * cannot be read, the defaults count and `problem` says why.
 */
export async function readWorkspaceFile(root: string): Promise<WorkspaceFile> {
  const file = await readSettings(root);
  const values = effective(file);
  const extension = values['caption_extension'] ?? ARGUMENTS['caption_extension']?.default;
  const model = values['pretrained_model_name_or_path'];
  return {
    captionExtension: typeof extension === 'string' && extension !== '' ? withDot(extension) : '.txt',
    style: file.ours.style,
    site: siteOfWorkspace(file.ours),
    keepTags: file.ours.keep_tags,
    model: typeof model === 'string' ? model : '',
    goals: file.ours.goals,
    trainerFolders: ['output_dir', 'logging_dir', 'reg_data_dir'].flatMap((key) => folderInside(root, values[key])),
    captions: captionRules(file),
    caches: cacheRules(file),
    problem: file.broken === null ? null : `${file.broken} Until it is mended the defaults count.`,
  };
}

/** The goal of a concept: by its activation text, by its folder, or that of the whole workspace; null when none is set (W07). */
export function conceptGoal({ goals }: Pick<WorkspaceFile, 'goals'>, concept: { folder: string; activationText: string }): Goal | null {
  return goalFor(goals, concept.folder, concept.activationText);
}

/** The name of the folder directly in the workspace that a path leads into, if it leads there. */
function folderInside(root: string, path: unknown): string[] {
  if (typeof path !== 'string' || path === '') return [];
  const first = relative(root, resolve(root, path)).split(sep)[0];
  return first && first !== '..' && !first.includes(':') ? [first] : [];
}

function withDot(extension: string): string {
  return extension.startsWith('.') ? extension : `.${extension}`;
}
