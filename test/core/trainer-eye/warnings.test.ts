import { describe, expect, it } from 'vitest';
import { loadedCaption } from '../../../src/core/trainer-eye/loaded-caption.js';
import { eyeWarnings } from '../../../src/core/trainer-eye/warnings.js';
import type { Picture } from '../../../src/core/dataset/model.js';
import { pictureWith, rulesOf } from './eye.js';

function warned(picture: Picture, toml = '', { tokens = null, text = 'hmbrgr' }: { tokens?: number | null; text?: string } = {}): string[] {
  const rules = rulesOf(`caption_extension = ".txt"\n${toml}`);
  const loaded = loadedCaption(picture, text, rules);
  return eyeWarnings({ picture, loaded, rules, activation: [text], tokens }).map((one) => `${one.level} ${one.text}`);
}

describe('what is read of a file', () => {
  const loaded = (picture: Picture, toml = '') => loadedCaption(picture, 'hmbrgr', rulesOf(toml));

  it('is its first line, or all of them where one is drawn', () => {
    const picture = pictureWith(' one \r\n\r\n two\n');
    expect(loaded(picture)).toEqual({ text: 'one', from: 'file', borrowed: null, unread: 1 });
    expect(loaded(picture, 'enable_wildcard = true')).toEqual({ text: 'one\ntwo', from: 'file', borrowed: null, unread: 0 });
  });

  it('is nothing where the first line is blank, unless a line is drawn', () => {
    const picture = pictureWith('\none, two\n');
    expect(loaded(picture)).toEqual({ text: '', from: 'blank', borrowed: null, unread: 1 });
    expect(loaded(picture, 'enable_wildcard = true').text).toBe('one, two');
    expect(loaded(pictureWith(' \n'), 'enable_wildcard = true').from).toBe('blank');
  });

  it('is the folder’s text where there is none, and not where it is blank', () => {
    expect(loaded(pictureWith(null)).text).toBe('hmbrgr');
    expect(loaded(pictureWith(null)).from).toBe('folder');
    expect(loaded(pictureWith('\n')).text).toBe('');
  });

  it('may be the caption of another name', () => {
    const face = pictureWith('bun', '10_hmbrgr/img_1_2_3_4.png', '10_hmbrgr/img.txt');
    expect(loaded(face).borrowed).toBe('10_hmbrgr/img.txt');
    expect(loaded(pictureWith('bun', '10_hmbrgr/img.v2.png')).borrowed).toBeNull();
  });

  it('stops the run where it has 0 bytes or is not UTF-8', () => {
    expect(loaded(pictureWith('')).from).toBe('dies');
    expect(loaded(pictureWith(Uint8Array.of(0x62, 0xfc))).from).toBe('dies');
    expect(loaded(pictureWith(''), 'enable_wildcard = true').from).toBe('dies');
  });
});

describe('warnings', () => {
  it('has none for a caption that is read as it was meant', () => {
    expect(warned(pictureWith('hmbrgr, bun, top bun'))).toEqual([]);
    expect(warned(pictureWith('hmbrgr, bun, top bun'), 'shuffle_caption = true\nkeep_tokens = 1', { tokens: 75 })).toEqual([]);
  });

  it.each<[name: string, picture: Picture, toml: string, said: string]>([
    ['no file', pictureWith(null), '', 'error There is no .txt file: the folder’s text is trained.'],
    ['0 bytes', pictureWith(''), '', 'error The caption file has 0 bytes: the trainer stops on it.'],
    ['not UTF-8', pictureWith(Uint8Array.of(0xfc)), '', 'error The caption is not UTF-8: the trainer stops on it.'],
    ['blank', pictureWith('\n'), '', 'error The caption is blank: the image is trained without one.'],
    ['first line blank', pictureWith('\nhmbrgr'), '', 'error The first line is blank: 1 line below it is not read.'],
    ['more lines', pictureWith('hmbrgr\nbun\ntop'), '', 'warn 2 more lines are not read: only the first is, unless enable_wildcard draws one.'],
    ['a face', pictureWith('hmbrgr', '10_hmbrgr/a_1_2_3_4.png', '10_hmbrgr/a.txt'), '', 'warn There is no caption of its own: 10_hmbrgr/a.txt is read in its place, as for a face that was cut out.'],
    ['byte order mark', pictureWith('\ufeffhmbrgr'), '', 'warn A byte order mark stands before the first tag and is a part of it.'],
    ['control character', pictureWith('hmbrgr, b\0n'), '', 'warn There is a control character in the caption.'],
    ['empty tag', pictureWith('hmbrgr, bun,'), '', 'warn A comma with nothing beside it is fed as an empty tag.'],
    ['empty tag kept', pictureWith('hmbrgr,, bun'), 'shuffle_caption = true\nkeep_tokens = 2', 'error A comma with nothing before it takes one of the places of keep_tokens.'],
    ['double', pictureWith('hmbrgr, bun, Bun'), '', 'warn “Bun” stands in it more than once.'],
    ['not kept', pictureWith('bun, hmbrgr'), 'shuffle_caption = true\nkeep_tokens = 1', 'error The activation tag is not among the tags that stay in front (keep_tokens = 1).'],
    ['no shuffling', pictureWith('hmbrgr ||| bun'), 'keep_tokens_separator = "|||"', 'warn “|||” is read as text, as tags are neither shuffled nor left out.'],
    ['separator not set', pictureWith('hmbrgr ||| bun'), '', 'warn “|||” is read as text, as keep_tokens_separator is not set.'],
    ['weights', pictureWith('hmbrgr, (bun:1.2)'), '', 'warn A weight such as “(tag:1.2)” is read as text, as weighted_captions is off.'],
    ['choices', pictureWith('hmbrgr, {red|blue} bun'), '', 'warn Choices such as “{a|b}” are read as text, as enable_wildcard is off.'],
    ['braces', pictureWith('hmbrgr, {red} bun'), 'enable_wildcard = true', 'warn Braces with one choice lose their braces, as enable_wildcard is on.'],
    ['prefix', pictureWith('hmbrgr, bun'), 'caption_prefix = "sks"', 'warn caption_prefix joins the first tag: “sks hmbrgr” is one. End it with a comma.'],
    ['cached', pictureWith('hmbrgr'), 'cache_text_encoder_outputs = true\ncaption_prefix = "sks"\npretrained_model_name_or_path = "xl"', 'warn The text encoders’ outputs are cached: prefix, suffix and wildcards do nothing.'],
  ])('%s', (_, picture, toml, said) => expect(warned(picture, toml)).toEqual([said]));

  it.each([
    ['keep_tokens_separator = "|||"\nshuffle_caption = true', 'hmbrgr ||| bun'],
    ['weighted_captions = true', 'hmbrgr, (bun:1.2)'],
    ['enable_wildcard = true', 'hmbrgr, {red|blue} bun\nhmbrgr'],
    ['caption_prefix = "hmbrgr,"\nshuffle_caption = true\nkeep_tokens = 1', 'bun'],
  ])('has none where the setting is right: %s', (toml, text) => expect(warned(pictureWith(text), toml)).toEqual([]));

  it('says what is cut off', () => {
    expect(warned(pictureWith('hmbrgr'), '', { tokens: 76 })).toEqual(['warn 1 token past 75 is cut off; max_token_length reads up to 225.']);
    expect(warned(pictureWith('hmbrgr'), 'max_token_length = 225', { tokens: 230 })).toEqual(['warn 5 tokens past 225 are cut off.']);
    expect(warned(pictureWith('hmbrgr'), 'max_token_length = 225', { tokens: 225 })).toEqual([]);
  });

  it('has the worst first', () => {
    const said = warned(pictureWith('\ufeffbun, bun,'), 'shuffle_caption = true');
    expect(said.map((one) => one.split(' ')[0])).toEqual(['error', 'warn', 'warn']);
  });
});
