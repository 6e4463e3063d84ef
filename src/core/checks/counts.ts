import { printable } from '../printable.js';
import { counted } from '../words.js';
import { eachConcept, paths, type Check } from './context.js';
import { finding, type Finding, type Level } from './finding.js';

/** D01, and D02 for styles: how many images a concept has. */
export const imageCounts: Check = (context) =>
  eachConcept(context, ({ folder, pictures }, goal) => {
    const count = pictures.length;
    const about = (rule: string, level: Level, what: string): Finding[] => [
      finding({ rule, level, concept: folder, message: `${printable(folder)} has ${counted(count, 'image')}${what}` }),
    ];
    if (count === 0) {
      return [finding({ rule: 'D01', level: 'warn', concept: folder, message: `${printable(folder)} holds no image that the trainer reads, so it is passed over.` })];
    }
    if (goal === 'style') {
      if (count < 50) return about('D02', 'warn', '; a style wants 50 to 200, best 125 to 150.');
      return count > 200 ? about('D02', 'info', '; a style is best with 125 to 150, and more than 200 bring little.') : [];
    }
    if (count < 8) return about('D01', 'warn', ', fewer than the guide’s author ever trained with (8); about 30 are ideal.');
    if (count < 15) return about('D01', 'warn', '; under 15 training gets hard, about 30 are ideal.');
    if (count < 30) return about('D01', 'info', '; about 30 are ideal.');
    return count > 50 ? about('D01', 'info', '; more than 50 are overkill for a subject, and 30 good ones serve better.') : [];
  });

/** T06: 5–20 tags an image. Few tags are never a finding; sentences are not counted. */
export const tagCounts: Check = (context) => {
  if (context.file.style === 'natural') return [];
  return eachConcept(context, ({ folder, pictures }) => {
    const tagged = pictures.filter(({ caption }) => caption !== null);
    if (tagged.length === 0) return [];
    const average = tagged.reduce((sum, { tags }) => sum + tags.length, 0) / tagged.length;
    const many = tagged.filter(({ tags }) => tags.length > 20);
    if (average > 20) {
      const message = `${printable(folder)} has ${average.toFixed(1)} tags an image on average; over 20 the training is spread too thin.`;
      return [finding({ rule: 'T06', level: 'warn', concept: folder, images: paths(many), message })];
    }
    if (many.length === 0) return [];
    const message = `${counted(many.length, 'image', 'has', 'have')} more than 20 tags; single ones are fine as long as the average is not over 20.`;
    return [finding({ rule: 'T06', level: 'info', concept: folder, images: paths(many), message })];
  });
};

/** T07: nothing but the activation tag in every caption. */
export const singleTag: Check = (context) =>
  eachConcept(context, ({ folder, pictures, activation }) => {
    const tagged = pictures.filter(({ tags }) => tags.length > 0);
    const natural = context.file.style === 'natural';
    const alone = (tags: readonly string[]) =>
      tags.length <= Math.max(1, activation.length) && (!natural || sameText(tags.join(', '), activation.join(', ')));
    if (tagged.length === 0 || !tagged.every(({ tags }) => alone(tags))) return [];
    const message = `The captions of ${printable(folder)} hold nothing but the activation tag, so backgrounds, poses and clothing melt into it.`;
    return [finding({ rule: 'T07', level: 'warn', concept: folder, images: paths(tagged), message })];
  });

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[_.\s]+/g, ' ').trim();
  return plain(a) === plain(b);
}
