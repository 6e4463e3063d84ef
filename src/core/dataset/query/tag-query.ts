import { tagKey } from '../../tags/same-tag.js';

/** The query that finds the images with a tag, in any spelling: `tag:smile`, `tag:"long hair"`. */
export function tagQuery(tag: string): string {
  // What a backslash stands before is for the query to read.
  const text = (tag.includes('\\') ? tag : tagKey(tag)).replace(/(\\*)\*/g, (_, run: string) => `${run}${run}\\*`);
  return `tag:${/^[\p{L}\p{N}-]+$/u.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`}`;
}
