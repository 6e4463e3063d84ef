import type { Holds } from '../../core/vocabulary/import/shape.js';
import { sites, type Site } from '../../core/vocabulary/model.js';
import { fail } from '../run-program.js';

/** The options of `vocab`, as they are typed. */
export interface VocabOptions {
  json?: boolean;
  site?: Site;
  as?: Holds;
  minPosts?: string;
  adult?: boolean;
  fresh?: boolean;
  from?: string;
  workspace?: string;
  limit?: string;
}

/** Which of them each action takes. */
export const takes = {
  import: ['site', 'as', 'minPosts', 'adult', 'fresh'],
  fetch: ['minPosts', 'fresh', 'from'],
  info: [],
  search: ['site', 'workspace', 'adult', 'limit'],
} as const satisfies Record<string, readonly (keyof VocabOptions)[]>;

/** A whole number of at least `least`. Exit code 2 for anything else. */
export function numberOf(option: string, typed: string | undefined, least: number): number | undefined {
  if (typed === undefined) return undefined;
  const number = Number(typed);
  return /^\d+$/.test(typed) && number >= least && Number.isSafeInteger(number) ? number : fail(`${option} needs a whole number${least > 0 ? ` from ${least} on` : ''}.`, 2);
}

/** A site by what people call it. Exit code 2 for anything else. */
export function siteOf(typed: string): Site {
  const name = typed.toLowerCase();
  const site = sites.find((one) => one === name) ?? { e621: 'e6' as const, danbooru: 'booru' as const }[name];
  return site ?? fail(`“${typed}” is no site: e6 (e621) or booru (Danbooru).`, 2);
}
