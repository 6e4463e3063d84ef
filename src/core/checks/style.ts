import type { Picture } from '../dataset/model.js';
import { isNaturalCaption } from '../dataset/query/searchable.js';
import { printable } from '../printable.js';
import { setOurs } from '../settings/edit.js';
import { readSettings } from '../settings/file.js';
import type { PromptStyle } from '../settings/model.js';
import { number } from '../words.js';
import { paths, type Check, type CheckContext } from './context.js';
import { finding, type Finding, type Fix } from './finding.js';

const styleWords: Readonly<Record<PromptStyle, string>> = { natural: 'sentences (natural)', booru: 'booru tags', e6: 'e6 tags' };

/** What a model's name tells of how it was captioned. The first that fits counts: a furry model may be made of an anime one. */
const families: readonly { style: PromptStyle; names: RegExp }[] = [
  { style: 'e6', names: /fluffy ?rock|fluffusion|furry|furception|yiff|e621|\be6\b|bb ?95|crosskemono|compass ?mix|indigo ?furry|seaart ?furry/ },
  { style: 'booru', names: /anything|animefull|\bnai\b|novel ?ai|counterfeit|abyss ?orange|\baom\d?|animagine|illustrious|noob ?ai|waifu ?diffusion|\bwd-?1|anime|danbooru|meina|pastel ?mix|any ?lora|orange ?mix|hassaku|kohaku|holara/ },
  { style: 'natural', names: /v1[ -]5[ -]pruned|\bv1[ -]5\b|sd[ -]?v?1[ .-]?5[ -]?base|\bsd ?xl[ -]?base|sd[ -]xl[ -]base|stable[ -]diffusion[ -](v?1[ -]5|xl[ -]base)|\bv2[ -][01]/ },
];

/** The style that a model's name speaks for; null when it tells nothing. @param model path or name, as the settings have it */
export function styleOfModel(model: string): PromptStyle | null {
  const name = (model.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.(safetensors|ckpt|pt|pth|bin)$/, '').replace(/_/g, ' ');
  return families.find(({ names }) => names.test(name))?.style ?? null;
}

/** T02: the style of the workspace is that of the model, and the captions are in it. */
export const promptStyle: Check = (context) => [...modelsStyle(context), ...captionsStyle(context)];

function modelsStyle(context: CheckContext): Finding[] {
  const { file: { model, style } } = context;
  const own = styleOfModel(model);
  if (own === null || own === style) return [];
  const name = printable(model.split(/[\\/]/).at(-1) ?? model);
  const message = `By its name ${name} was trained with ${styleWords[own]}, while the style of this workspace is ${styleWords[style]}.`;
  // A base model knows tags as words too; a model of one site’s tags hardly knows the other’s.
  const level = own === 'natural' || style === 'natural' ? 'info' : 'warn';
  return [finding({ rule: 'T02', level, message, fix: setStyle(context, own) })];
}

function captionsStyle(context: CheckContext): Finding[] {
  const { dataset, file: { style } } = context;
  const captioned = dataset.concepts.flatMap(({ pictures }) => pictures.filter(({ tags }) => tags.length > 0));
  if (captioned.length === 0) return [];
  const are = (what: string, found: readonly Picture[], fix: Fix | null) => {
    const message = `${number(found.length)} of ${number(captioned.length)} captions are ${what}, while the style of this workspace is ${styleWords[style]}.`;
    return [finding({ rule: 'T02', level: 'info', images: paths(found), message, fix })];
  };
  const sentences = captioned.filter(isNaturalCaption);
  if (style !== 'natural') return sentences.length * 2 > captioned.length ? are('written in sentences', sentences, setStyle(context, 'natural')) : [];
  const tagged = captioned.filter((picture) => picture.tags.length >= 4 && !isNaturalCaption(picture));
  return tagged.length * 2 > captioned.length ? are('lists of tags', tagged, null) : [];
}

function setStyle({ dataset: { root } }: CheckContext, style: PromptStyle): Fix {
  return { label: `set the style to ${style}`, change: async () => setOurs(await readSettings(root), 'style', style) };
}
