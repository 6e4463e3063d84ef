import type { SettingsFile } from '../settings/file.js';
import { effective, familyOf } from '../settings/resolve.js';
import type { CacheName } from './cache-names.js';

/** Which caches on the disk the trainer would use with these settings. */
export interface CacheRules {
  latents: boolean;
  texts: boolean;
  /** `metadata_cache.json`, in place of captions and images. */
  info: boolean;
  /** As it stands in names; null when the model's family is not known. */
  family: 'sd' | 'sdxl' | null;
}

/** What the settings of a workspace let the trainer use. */
export function cacheRules(file: SettingsFile): CacheRules {
  const values = effective(file);
  const family = familyOf(file);
  return {
    latents: values['cache_latents_to_disk'] === true,
    texts: values['cache_text_encoder_outputs_to_disk'] === true && family !== 'sd15' && family !== 'sd2',
    info: values['cache_info'] === true,
    family: family === null ? null : family === 'sdxl' ? 'sdxl' : 'sd',
  };
}

/** Is a cache of this name one that would be used? */
export function isUsed({ holds, family }: CacheName, rules: CacheRules): boolean {
  if (!rules[holds]) return false;
  return family === null || (rules.family === null ? family === 'sd' || family === 'sdxl' : family === rules.family);
}
