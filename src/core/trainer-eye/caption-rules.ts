import type { SettingsFile } from '../settings/file.js';
import { effective, familyOf } from '../settings/resolve.js';

/** What of the settings decides what is fed of a caption, as the trainer reads it. */
export interface CaptionRules {
  captionExtension: string;
  separator: string;
  prefix: string;
  suffix: string;
  /** One line is drawn, and `{a|b}` in it. */
  wildcard: boolean;
  shuffle: boolean;
  /** So many tags at the front stay where they are. */
  keepTokens: number;
  /** Stands in the caption behind the tags that stay, and before those that stay at the end; empty = not used. */
  keepSeparator: string;
  /** Becomes the separator at the very end, so that tags which it joins move as one; empty = not used. */
  secondarySeparator: string;
  /** Shares, 0–1, of steps without a caption, and of tags that are left out. */
  dropoutRate: number;
  tagDropoutRate: number;
  /** Every so many epochs all captions are left out; 0 = never. */
  dropoutEveryEpochs: number;
  /** The number of tags grows from `warmupTags` until this step (under 1: this share of all steps); 0 = all from the start. */
  warmupSteps: number;
  warmupTags: number;
  /** `(tag:1.2)` weighs. */
  weighted: boolean;
  /** Tokens that are read: 75, 150 or 225. */
  maxTokens: number;
  /** What the text encoders make of captions is computed once, from the captions as they were read. */
  cachedTexts: boolean;
}

/** The rules that the settings of a workspace give: the file's, with the recipe's for the rest. */
export function captionRules(file: SettingsFile): CaptionRules {
  const values = effective(file);
  const on = (key: string) => values[key] === true;
  const text = (key: string, otherwise = '') => (typeof values[key] === 'string' ? values[key] : otherwise);
  const number = (key: string, otherwise = 0) => (typeof values[key] === 'number' && Number.isFinite(values[key]) ? values[key] : otherwise);
  const extension = text('caption_extension', '.caption');
  const longest = number('max_token_length', 75);
  return {
    captionExtension: extension.startsWith('.') ? extension : `.${extension}`,
    separator: text('caption_separator', ','),
    prefix: text('caption_prefix'),
    suffix: text('caption_suffix'),
    wildcard: on('enable_wildcard'),
    shuffle: on('shuffle_caption'),
    keepTokens: Math.trunc(number('keep_tokens')),
    keepSeparator: text('keep_tokens_separator'),
    secondarySeparator: text('secondary_separator'),
    dropoutRate: number('caption_dropout_rate'),
    tagDropoutRate: number('caption_tag_dropout_rate'),
    dropoutEveryEpochs: Math.trunc(number('caption_dropout_every_n_epochs')),
    warmupSteps: number('token_warmup_step'),
    warmupTags: Math.trunc(number('token_warmup_min', 1)),
    weighted: on('weighted_captions'),
    maxTokens: longest === 150 || longest === 225 ? longest : 75,
    cachedTexts: familyOf(file) === 'sdxl' && (on('cache_text_encoder_outputs') || on('cache_text_encoder_outputs_to_disk')),
  };
}

/** Are captions cut into tags at all? Otherwise they go to the tokenizer as they are. */
export function cutsTags({ shuffle, warmupSteps, tagDropoutRate }: CaptionRules): boolean {
  return shuffle || warmupSteps > 0 || tagDropoutRate > 0;
}

/** Can two steps be fed something different? */
export function isRandom(rules: CaptionRules, text: string): boolean {
  if (rules.cachedTexts) return false;
  if (rules.dropoutRate > 0 || rules.dropoutEveryEpochs > 0 || rules.tagDropoutRate > 0 || rules.shuffle) return true;
  return rules.wildcard && (text.includes('\n') || /\{[^}]*\|[^}]*\}/.test(text));
}
