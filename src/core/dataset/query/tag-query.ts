import { tagKey } from '../../tags/same-tag.js';

/** The query that finds the images with a tag, in any spelling: `tag:smile`, `tag:"long hair"`. */
export function tagQuery(tag: string): string {
  // What a backslash stands before is for the query to read.
  const text = (tag.includes('\\') ? tag : tagKey(tag)).replace(/(\\*)\*/g, (_, run: string) => `${run}${run}\\*`);
  return `tag:${value(text)}`;
}

/** The query that finds the images that look like one: `like:4_pipnix/0012.png`. @param path in the workspace */
export function likeQuery(path: string): string {
  return `like:${value(path.replace(/(\\*)\*/g, (_, run: string) => `${run}${run}\\*`))}`;
}

function value(text: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
