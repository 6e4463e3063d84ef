import type { Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { splitCaption, strip } from '../tags/caption.js';
import { sameTag } from '../tags/same-tag.js';
import { counted } from '../words.js';
import { cutsTags, type CaptionRules } from './caption-rules.js';
import { cutCaption } from './feed.js';
import type { LoadedCaption } from './loaded-caption.js';

/** Something that is read otherwise than it is meant. */
export interface EyeWarning {
  /** `error`: the run stops, or the image is trained without what was written. */
  level: 'error' | 'warn' | 'info';
  /** One sentence. */
  text: string;
}

/** What the warnings look at. */
export interface Seen {
  picture: Picture;
  loaded: LoadedCaption;
  rules: CaptionRules;
  /** The activation tags of the concept. */
  activation: readonly string[];
  /** Tokens of what is fed; null when they are not counted yet. */
  tokens: number | null;
}

/** What of a caption would surprise its writer, the worst first. */
export function eyeWarnings(seen: Seen): EyeWarning[] {
  const { from, text } = seen.loaded;
  const found = [...ofFile(seen), ...ofText(seen)];
  if (from === 'file') found.push(...ofTags(seen), ...readLiterally(text, seen.rules).map((one): EyeWarning => ({ level: 'warn', text: one })));
  const rank = { error: 0, warn: 1, info: 2 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}

function ofFile({ picture, loaded, rules }: Seen): EyeWarning[] {
  const { caption, locked } = picture;
  const { from, text, borrowed, unread } = loaded;
  if (locked) return [{ level: 'error', text: locked.why }];
  if (from === 'dies') return [{ level: 'error', text: caption?.bytes === 0 ? 'The caption file has 0 bytes: the trainer stops on it.' : 'The caption is not UTF-8: the trainer stops on it.' }];
  const found: EyeWarning[] = [];
  const say = (level: EyeWarning['level'], sentence: string) => found.push({ level, text: sentence });
  if (from === 'folder') say('error', `There is no ${printable(rules.captionExtension)} file: ${text === '' ? 'nothing is trained with the image' : 'the folder’s text is trained'}.`);
  if (from === 'blank') say('error', unread > 0 ? `The first line is blank: ${counted(unread, 'line')} below it ${unread === 1 ? 'is' : 'are'} not read.` : 'The caption is blank: the image is trained without one.');
  else if (unread > 0) say('warn', `${counted(unread, 'more line', 'is', 'are')} not read: only the first is, unless enable_wildcard draws one.`);
  if (borrowed !== null) say('warn', `There is no caption of its own: ${printable(borrowed)} is read in its place, as for a face that was cut out.`);
  if (caption && (caption.encoding === 'utf-8-bom' || caption.text.startsWith('\ufeff'))) say('warn', 'A byte order mark stands before the first tag and is a part of it.');
  if (caption && /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(caption.text)) say('warn', 'There is a control character in the caption.');
  return found;
}

function ofText({ loaded, rules, tokens }: Seen): EyeWarning[] {
  const found: EyeWarning[] = [];
  const { prefix, separator } = rules;
  const [first = ''] = loaded.text.split(separator || ',', 1);
  if (prefix !== '' && !rules.cachedTexts && !/[,.;:!?]$/.test(strip(prefix)) && strip(first) !== '' && loaded.from !== 'dies') {
    found.push({ level: 'warn', text: `caption_prefix joins the first tag: “${printable(`${prefix} ${strip(first)}`)}” is one. End it with a comma.` });
  }
  if (rules.cachedTexts && (prefix !== '' || rules.suffix !== '' || rules.wildcard)) {
    found.push({ level: 'warn', text: 'The text encoders’ outputs are cached: prefix, suffix and wildcards do nothing.' });
  }
  if (tokens !== null && tokens > rules.maxTokens) {
    const longer = rules.maxTokens < 225 ? '; max_token_length reads up to 225' : '';
    found.push({ level: 'warn', text: `${counted(tokens - rules.maxTokens, 'token')} past ${rules.maxTokens} ${tokens - rules.maxTokens === 1 ? 'is' : 'are'} cut off${longer}.` });
  }
  return found;
}

function ofTags({ loaded, rules, activation }: Seen): EyeWarning[] {
  const found: EyeWarning[] = [];
  const [line = ''] = loaded.text.split('\n', 1);
  const pieces = splitCaption(line).pieces.map(strip);
  if (pieces.length > 1 && pieces.includes('')) {
    const eats = rules.keepTokens > 0 && cutsTags(rules) && cutCaption(line, rules).kept.includes('');
    found.push({ level: eats ? 'error' : 'warn', text: eats ? 'A comma with nothing before it takes one of the places of keep_tokens.' : 'A comma with nothing beside it is fed as an empty tag.' });
  }
  const double = pieces.find((tag, at) => tag !== '' && pieces.findIndex((other) => sameTag(other, tag)) < at);
  if (double !== undefined) found.push({ level: 'warn', text: `“${printable(double)}” stands in it more than once.` });
  const { kept } = cutCaption(rules.prefix === '' ? line : `${rules.prefix} ${line}`, rules);
  if (rules.shuffle && !activation.every((tag) => kept.some((other) => sameTag(tag, other)))) {
    found.push({ level: 'error', text: `The activation ${activation.length === 1 ? 'tag is' : 'tags are'} not among the tags that stay in front (keep_tokens = ${rules.keepTokens}).` });
  }
  return found;
}

/** Signs that are meant to do something and are read as text by these settings, a sentence each. */
export function readLiterally(text: string, rules: CaptionRules): string[] {
  const found: string[] = [];
  const separator = rules.keepSeparator || '|||';
  if (text.includes(separator)) {
    if (rules.keepSeparator === '') found.push(`“${separator}” is read as text, as keep_tokens_separator is not set.`);
    else if (!cutsTags(rules)) found.push(`“${printable(separator)}” is read as text, as tags are neither shuffled nor left out.`);
  }
  if (!rules.weighted && /(?<!\\)\([^()]*:\s*\d+(?:\.\d+)?\s*\)/.test(text)) found.push('A weight such as “(tag:1.2)” is read as text, as weighted_captions is off.');
  if (!rules.wildcard && /\{[^{}]*\|[^{}]*\}/.test(text)) found.push('Choices such as “{a|b}” are read as text, as enable_wildcard is off.');
  if (rules.wildcard && /(?<!\{)\{[^{}|]+\}(?!\})/.test(text)) found.push('Braces with one choice lose their braces, as enable_wildcard is on.');
  return found;
}
