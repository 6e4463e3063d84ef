import { loadTokenizer } from '../clip/count-tokens.js';
import type { Caption, Concept, Picture } from '../dataset/model.js';
import { setSetting } from '../settings/edit.js';
import { readSettings } from '../settings/file.js';
import { fedTokens } from '../trainer-eye/fed-tokens.js';
import { feed } from '../trainer-eye/feed.js';
import { loadedCaption } from '../trainer-eye/loaded-caption.js';
import type { CaptionRules } from '../trainer-eye/caption-rules.js';
import { readLiterally } from '../trainer-eye/warnings.js';
import { counted } from '../words.js';
import { eachConcept, paths, type Check } from './context.js';
import { finding, type Fix } from './finding.js';

/** R-65: lines that are never read. A blank first line is T01's to say. */
export const unreadLines: Check = (context) =>
  eachConcept(context, ({ folder, activationText, pictures }) => {
    const cut = pictures.filter((picture) => {
      const { from, unread } = loadedCaption(picture, activationText, context.file.captions);
      return from === 'file' && unread > 0;
    });
    if (cut.length === 0) return [];
    const message = `${counted(cut.length, 'caption', 'has', 'have')} more lines than the first, which alone is read unless enable_wildcard is on.`;
    return [finding({ rule: 'R-65', level: 'info', concept: folder, images: paths(cut), message })];
  });

/** signs that are meant to do something and are read as text. */
export const readAsText: Check = (context) =>
  eachConcept(context, ({ folder, activationText, pictures }) => {
    const { captions: rules } = context.file;
    const said = new Map<string, Picture[]>();
    for (const picture of pictures) {
      if (!picture.caption || !/[{|:]/.test(picture.caption.text)) continue;
      const { from, text } = loadedCaption(picture, activationText, rules);
      if (from !== 'file') continue;
      for (const sentence of readLiterally(text, rules)) said.set(sentence, [...(said.get(sentence) ?? []), picture]);
    }
    return [...said].map(([sentence, found]) => finding({ rule: 'R-87', level: 'warn', concept: folder, images: paths(found), message: `In ${counted(found.length, 'caption')}: ${sentence}` }));
  });

/** captions of which the trainer does not read the end. */
export const cutOff: Check = async (context) => {
  const { captions: rules } = context.file;
  // A token of fewer than two characters is a rare thing: most sets need no tokenizer for this.
  const isLong = ({ caption }: Picture) => caption !== null && caption.bytes + rules.prefix.length + rules.suffix.length > 2 * rules.maxTokens;
  const found = [];
  const rest = new Rest();
  for (const concept of context.dataset.concepts) {
    const long: { picture: Picture; tokens: number }[] = [];
    for (const picture of concept.pictures) {
      if (!isLong(picture)) continue;
      await loadTokenizer();
      const tokens = mostTokens(picture, concept, rules);
      if (tokens > rules.maxTokens) long.push({ picture, tokens });
      await rest.taken();
    }
    if (long.length === 0) continue;
    const most = Math.max(...long.map(({ tokens }) => tokens));
    const message = `${counted(long.length, 'caption', 'has', 'have')} more than ${rules.maxTokens} tokens (up to ${most}), and what is past them is not read.`;
    found.push(finding({ rule: 'R-86', level: 'warn', concept: concept.folder, key: 'max_token_length', images: paths(long.map(({ picture }) => picture)), message, fix: readMore(context.dataset.root, rules, most) }));
  }
  return found;
};

/** Reads as many tokens as are needed, or as can be. */
function readMore(root: string, { maxTokens }: CaptionRules, needed: number): Fix | null {
  if (maxTokens >= 225) return null;
  const next = needed > 150 || maxTokens === 150 ? 225 : 150;
  return { label: `read up to ${next} tokens`, change: async () => setSetting(await readSettings(root), 'max_token_length', next) };
}

const counts = new WeakMap<Caption, { rules: string; tokens: number }>();

/** Tokens of the longest that a step can be fed of a caption. */
function mostTokens(picture: Picture, { activationText }: Concept, rules: CaptionRules): number {
  const { caption } = picture;
  const key = JSON.stringify(rules);
  const known = caption && counts.get(caption);
  if (known?.rules === key) return known.tokens;
  const all: CaptionRules = { ...rules, dropoutRate: 0, dropoutEveryEpochs: 0 };
  const lines = loadedCaption(picture, activationText, rules).text.split('\n');
  const tokens = Math.max(...lines.map((line) => fedTokens(feed(line, all, () => 0.999_999).text, rules) ?? 0));
  if (caption) counts.set(caption, { rules: key, tokens });
  return tokens;
}

/** Lets others have their turn: keys come before ten thousand captions are counted. */
class Rest {
  private last = performance.now();

  async taken(): Promise<void> {
    if (performance.now() - this.last < 6) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.last = performance.now();
  }
}
