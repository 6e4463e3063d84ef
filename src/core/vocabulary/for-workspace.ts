import type { Ours } from '../settings/model.js';
import type { Site } from './model.js';

/** The site whose names count in a workspace: what its `loradeck.toml` says, else that of its style (T02); null for none. */
export function siteOfWorkspace({ style, vocabulary }: Pick<Ours, 'style' | 'vocabulary'>): Site | null {
  const choice = vocabulary ?? (style === 'natural' ? 'none' : style);
  return choice === 'none' ? null : choice;
}
