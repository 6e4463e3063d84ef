import { trainerCaption } from '../dataset/trainer-caption.js';
import type { Concept, Picture } from '../dataset/model.js';
import { printable } from '../printable.js';
import { startsWithWords } from '../tags/activation.js';
import { isUtf8, strip } from '../tags/caption.js';
import { pinned } from '../tags/place-tag.js';
import { addTags } from '../tags/verbs.js';
import { counted } from '../words.js';
import { paths, scopeOf, type Check, type CheckContext } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

/** T01: every image has a caption of its own that the trainer can use. */
export const captionFiles: Check = async (context) => {
  const found: Finding[] = [];
  for (const concept of context.dataset.concepts) {
    const groups = Map.groupBy(concept.pictures, (picture) => stateOf(picture, concept));
    const missing = groups.get('folder');
    if (missing) found.push(await missingCaptions(context, concept, missing));
    const locked = groups.get('locked');
    if (locked) found.push(unreadableCaptions(concept, locked));
    const empty = groups.get('dies');
    if (empty) {
      const message = `${counted(empty.length, 'caption file', 'is', 'are')} empty (0 bytes), and the trainer stops on ${empty.length === 1 ? 'it' : 'them'}.`;
      found.push(finding({ rule: 'T01', level: 'error', blocks: true, concept: concept.folder, images: paths(empty), message, fix: writeActivation(context, concept, empty) }));
    }
    const blank = groups.get('blank');
    if (blank) {
      const message = `${counted(blank.length, 'caption', 'has', 'have')} a blank first line, so ${blank.length === 1 ? 'its image is' : 'their images are'} trained without a caption.`;
      found.push(finding({ rule: 'T01', level: 'error', concept: concept.folder, images: paths(blank), message, fix: writeActivation(context, concept, blank) }));
    }
  }
  return found;
};

function stateOf(picture: Picture, { activationText }: Concept): string {
  // What is wrong with the image itself is D15's to say.
  if (picture.locked) return picture.locked.by === 'caption' ? 'locked' : 'foreign';
  // What is not UTF-8 is T12's to say.
  if (picture.caption && picture.caption.bytes > 0 && !isUtf8(picture.caption)) return 'foreign';
  return trainerCaption(picture, activationText).from;
}

function unreadableCaptions({ folder }: Concept, locked: readonly Picture[]): Finding {
  const example = locked[0]?.locked?.why ?? '';
  const message = locked.length === 1
    ? `${example.replace(/\.$/, '')}, so the trainer cannot read this caption.`
    : `${counted(locked.length, 'caption file')} cannot be read, and the trainer cannot read them either: ${example}`;
  return finding({ rule: 'T01', level: 'error', blocks: true, concept: folder, images: paths(locked), message });
}

async function missingCaptions(context: CheckContext, concept: Concept, missing: readonly Picture[]): Promise<Finding> {
  const { folder, activationText } = concept;
  const others = new Set(await context.otherFiles(concept));
  const extension = context.dataset.captionExtension;
  const elsewhere = ['.txt', '.caption', '.cap', '.tags']
    .filter((other) => other !== extension)
    .map((other) => ({ other, count: missing.filter(({ stem }) => others.has(stem + other)).length }))
    .reduce((most, one) => (one.count > most.count ? one : most), { other: '', count: 0 });
  const instead = activationText === '' ? 'nothing' : `the folder’s text “${printable(activationText)}”`;
  const hint = elsewhere.count > 0 ? ` ${elsewhere.count} ${elsewhere.count === 1 ? 'has' : 'have'} one that ends in ${elsewhere.other}, while caption_extension is ${printable(extension)}.` : '';
  const message = `${counted(missing.length, 'image', 'has', 'have')} no caption (${printable(extension)}), so ${instead} is trained with ${missing.length === 1 ? 'it' : 'them'}.${hint}`;
  const fix = elsewhere.count > 0 ? null : writeActivation(context, concept, missing);
  return finding({ rule: 'T01', level: 'error', concept: folder, images: paths(missing), message, fix });
}

/** T03: every caption starts with the activation tag, or the folder's two tags in order. */
export const activationFirst: Check = (context) =>
  context.dataset.concepts.flatMap((concept): Finding[] => {
    const { activation, folder, pictures } = concept;
    if (activation.length === 0) return [];
    const natural = context.file.style === 'natural';
    const wrong = pictures.filter((picture) => hasText(picture) && !startsRight(picture, activation, natural));
    if (wrong.length === 0) return [];
    const [named, are] = activation.length === 1 ? ['the activation tag', 'is'] : ['the activation tags', 'are'];
    const message = `${counted(wrong.length, 'caption', 'does', 'do')} not start with ${named} “${printable(activation.join(', '))}”.`;
    const there = wrong.some(({ tags }) => tags.length > 0 && pinned(sorted(tags, activation), activation) === activation.length);
    const label = there ? `move or insert ${named} first` : `insert ${named} first`;
    const fix: Fix = {
      label,
      change: async () => ({ ...addTags(scopeOf(context, wrong), activation, 'first'), what: `${named} “${printable(activation.join(', '))}” ${are} first in ${counted(wrong.length, 'image')}` }),
    };
    return [finding({ rule: 'T03', level: 'error', concept: folder, images: paths(wrong), message, fix })];
  });

/** Has the caption a first line that the trainer can read? Others are T01's or T12's to say. */
function hasText({ caption }: Picture): boolean {
  return caption !== null && isUtf8(caption) && strip(caption.text.split(/[\r\n]/, 1)[0] ?? '') !== '';
}

function startsRight({ tags, caption }: Picture, activation: readonly string[], natural: boolean): boolean {
  if (pinned(tags, activation) === activation.length) return true;
  // A sentence goes on behind the activation word without a comma (T16).
  return natural && startsWithWords(caption?.text ?? '', activation.join(', '));
}

/** The tags with the activation tags brought to the front, as far as they are there. */
function sorted(tags: readonly string[], activation: readonly string[]): string[] {
  const isActivation = (tag: string) => activation.some((one) => pinned([tag], [one]) === 1);
  const front = activation.flatMap((one) => tags.find((tag) => pinned([tag], [one]) === 1) ?? []);
  return [...front, ...tags.filter((tag) => !isActivation(tag))];
}

function writeActivation(context: CheckContext, { activation }: Concept, pictures: readonly Picture[]): Fix | null {
  if (activation.length === 0) return null;
  return {
    label: `write “${printable(activation.join(', '))}” into ${pictures.length === 1 ? 'it' : 'them'}`,
    change: async () => addTags(scopeOf(context, pictures), activation, 'first'),
  };
}
