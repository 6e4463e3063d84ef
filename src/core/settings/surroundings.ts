import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { isNumberedName } from '../dataset/workspace.js';
import type { SettingsFile } from './file.js';
import { effective } from './resolve.js';

/** What stands at a path that the settings name. `locked`: there, but you may not read it (or write into it). */
export type Place = 'file' | 'folder' | 'missing' | 'locked' | 'unset';

/** What the paths of the settings lead to on this machine. */
export interface Surroundings {
  model: Place;
  trainData: {
    place: Place;
    /** It is the workspace itself. */
    isWorkspace: boolean;
    /** It is an `N_name` folder: its parent was meant (W01). */
    isConcept: boolean;
  };
  output: {
    place: Place;
    /** In the workspace, where the start makes it. */
    inWorkspace: boolean;
    /** Files there that a training of this name would overwrite. */
    sameName: readonly string[];
  };
}

/** Looks at the paths that count, relative ones from the workspace. Never throws, changes nothing. */
export async function lookAround(file: SettingsFile): Promise<Surroundings> {
  const values = effective(file);
  const path = (key: string) => {
    const value = values[key];
    return typeof value === 'string' && value !== '' ? resolve(file.root, value) : null;
  };
  const [model, trainData, output] = [path('pretrained_model_name_or_path'), path('train_data_dir'), path('output_dir')];
  const root = await real(file.root);
  const images = trainData === null ? null : await real(trainData);
  const name = typeof values['output_name'] === 'string' ? values['output_name'] : '';
  const inside = output !== null && !relative(file.root, output).startsWith('..');
  return {
    model: await placeOf(model, constants.R_OK),
    trainData: {
      place: await placeOf(trainData, constants.R_OK | constants.X_OK),
      isWorkspace: images === root,
      isConcept: images !== null && isNumberedName(basename(images)),
    },
    output: {
      place: await placeOf(output, constants.W_OK | constants.X_OK),
      inWorkspace: inside && (await placeOf(output === null ? null : nearest(file.root, output), constants.W_OK)) !== 'locked',
      sameName: output === null || name === '' ? [] : await savesNamed(output, name),
    },
  };
}

async function placeOf(path: string | null, mode: number): Promise<Place> {
  if (path === null) return 'unset';
  let found;
  try {
    found = await stat(path);
  } catch (error) {
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') ? 'locked' : 'missing';
  }
  const kind = found.isDirectory() ? 'folder' : 'file';
  return access(path, mode).then(
    () => kind,
    () => 'locked' as const,
  );
}

/** The workspace itself for a folder directly in it, else the folder's parent. */
function nearest(root: string, path: string): string {
  return path === root ? root : dirname(path);
}

async function savesNamed(folder: string, name: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const save = /^(?:-\d{6}|-step\d{8})?\.(?:safetensors|ckpt|pt)$/;
  return files.filter((file) => file.startsWith(name) && save.test(file.slice(name.length))).sort();
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
