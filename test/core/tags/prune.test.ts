import { describe, expect, test } from 'vitest';
import { pathLine, pruneImplied, type PruneOptions } from '../../../src/core/tags/prune.js';
import { vocabularyOf } from '../../../src/core/vocabulary/store.js';
import { tableOfText } from '../vocabulary/lists.js';
import { after, picture, scope } from './pictures.js';

const dogs = `german_shepherd=>herding_dog herding_dog=>pastoral_dog pastoral_dog=>domestic_dog domestic_dog=>canis canis=>canine canine=>canid canid=>mammal
  border_collie=>collie border_collie=>sheepdog collie=>pastoral_dog sheepdog=>pastoral_dog wolf=>canis fox=>canine red_fox=>true_fox true_fox=>fox
  german_shepherd:900 border_collie:300 wolf:5000 fox:9000 canine:20000 canid:30000 mammal:90000 domestic_dog:8000
  hat:100 witch_hat:50 witch_hat=>hat black_hair:5 black_hair=>hair smirk=>smile white_background=>simple_background smile:9 simple_background:8
  female:100 mother:9 mother=>female 1girl>female 3girls>female dog>domestic_dog gsd>german_shepherd alsatian>gsd grey_wolf>wolf
  a_b_(c)=>a_(c) pikachu=>generation_1_pokemon generation_1_pokemon=>pokemon_(species) pokemon_(species)=>pokemon pokemon=>nintendo
  loop_a=>loop_b loop_b=>loop_a loop_c=>loop_a self=>self blaze=>fire`;
const e6 = vocabularyOf(tableOfText('e6', dogs));
const booru = vocabularyOf(tableOfText('booru', 'cat_ears=>animal_ears striped_bikini=>bikini striped_bikini=>swimsuit black_hair:9 hair:9 smirk:9 smile:9'));

const prune = (text: string, options: PruneOptions = {}, { activation = ['act'], vocabulary = e6 } = {}) =>
  pruneImplied(scope([picture(text)], activation), vocabulary, options);
const pruned = (...given: Parameters<typeof prune>) => after(prune(...given)) ?? given[0];

describe('what goes', () => {
  test.each<[string, string, string]>([
    ['one step', 'act, smirk, smile', 'act, smirk'],
    ['many steps, with names between that are not there', 'act, german shepherd, canid, mammal', 'act, german shepherd'],
    ['two that imply one: it goes once', 'act, wolf, fox, canine', 'act, wolf, fox'],
    ['one that implies and is implied', 'act, domestic dog, border collie, collie', 'act, border collie'],
    ['hybrids: both stay', 'act, wolf, fox', 'act, wolf, fox'],
    ['into copyright names', 'act, pokemon, pikachu, nintendo', 'act, pikachu'],
    ['an alias of what is implied', 'act, german shepherd, dog', 'act, german shepherd'],
    ['an alias of what implies, over two steps', 'act, alsatian, canid', 'act, alsatian'],
    ['what is there twice goes twice', 'act, canid, wolf, Canid', 'act, wolf'],
    ['any spelling', 'act, A_B_\\(C\\),  a (c) ,', 'act, A_B_\\(C\\),'],
    ['a part of a word is nothing implied', 'act, witch hatter, hat', 'act, witch hatter, hat'],
    ['the first one', 'canid, act, wolf', 'act, wolf'],
    ['lines further down stay', 'act, wolf, canid\ncanid, wolf\n', 'act, wolf\ncanid, wolf\n'],
    ['tags that imply each other: the foremost stays', 'act, loop b, loop a', 'act, loop b'],
    ['unless another implies both', 'act, loop b, loop a, loop c', 'act, loop c'],
    ['a name that implies itself', 'act, self', 'act, self'],
  ])('%s', (_, before, then) => expect(pruned(before)).toBe(then));

  test('never the count that an alias holds and its name does not', () => {
    expect(pruned('act, mother, 3girls, female')).toBe('act, mother, 3girls');
  });

  test('by the site’s own table: the other one says something else', () => {
    expect(pruned('act, black hair, hair, smirk, smile')).toBe('act, black hair, smirk');
    expect(pruned('act, black hair, hair, smirk, smile', {}, { vocabulary: booru })).toBe('act, black hair, hair, smirk, smile');
    expect(pruned('act, cat ears, animal ears', {}, { vocabulary: booru })).toBe('act, cat ears');
  });
});

describe('what stays', () => {
  test('an activation tag that is implied', () => expect(pruned('canid, wolf', {}, { activation: ['canid'] })).toBe('canid, wolf'));

  test('what an activation tag implies, unless it is asked for', () => {
    expect(pruned('blaze, fire', {}, { activation: ['blaze'] })).toBe('blaze, fire');
    expect(pruned('blaze, fire', { byActivation: true }, { activation: ['blaze'] })).toBe('blaze');
    // Another tag may still take it.
    expect(pruned('wolf, canid, fox', {}, { activation: ['wolf'] })).toBe('wolf, fox');
  });

  test('both activation tags of an outfit', () => expect(pruned('wolf, canid, mammal', {}, { activation: ['wolf', 'canid'] })).toBe('wolf, canid, mammal'));

  test('of each concept by its own folder: the tag that activates one is a tag like others in the next', () => {
    const [one, other] = [picture('canid, wolf', { folder: '1_fox' }), picture('wolf, canid', { id: 2, folder: '1_wolf' })];
    const concept = (folder: string, activation: string[], pictures: (typeof one)[]) => ({ folder, repeats: 1, activationText: activation.join(', '), activation, pictures, ignored: [] });
    const change = pruneImplied({ pictures: [one, other], concepts: [concept('1_fox', ['canid'], [one]), concept('1_wolf', ['act'], [other])], captionExtension: '.txt' }, e6);
    expect(change.entries.map((entry) => entry.kind === 'text' && [entry.path, entry.after])).toEqual([['1_wolf/2.txt', 'wolf']]);
    expect(change.dropped).toMatchObject([{ tag: 'canid', images: 1, left: 1 }]);
  });

  test('tags on the list, which still take others away', () => {
    expect(pruned('act, wolf, canine, canid', { keep: ['Canine'] })).toBe('act, wolf, canine');
    expect(pruned('act, canine, canid', { keep: ['canine'] })).toBe('act, canine');
  });

  test('what keep_tokens holds in front', () => expect(pruned('canid, wolf, mammal', { front: 1 })).toBe('canid, wolf'));

  test('sentences, which are named', () => {
    const change = prune('a wolf stands there in the snow, canid, looking at the people that come by.');
    expect([change.images, change.unchanged, change.skipped[0]?.why]).toEqual([0, 0, '1_fox/1.png is written in sentences, which have no tags to imply others.']);
  });

  test('a caption that is not UTF-8, which is named', () => {
    const change = pruneImplied(scope([picture(Buffer.from('\ufeffact, wolf, canid', 'utf16le'))]), e6);
    expect([change.entries.length, change.dropped, change.skipped.length]).toEqual([0, [], 1]);
  });
});

test('what goes is counted over the set, with the way to it, and where it stays', () => {
  const pictures = ['act, wolf, canid', 'act, wolf, canid, fox', 'act, fox, canid', 'act, canid', 'act, canid, hat'].map((text, id) => picture(text, { id }));
  const { dropped, images, unchanged } = pruneImplied(scope(pictures, ['act']), e6);
  expect([images, unchanged]).toEqual([3, 2]);
  expect(dropped).toEqual([
    {
      tag: 'canid', images: 3, left: 2,
      by: [{ tag: 'fox', images: 2, path: ['fox', 'canine', 'canid'] }, { tag: 'wolf', images: 1, path: ['wolf', 'canis', 'canine', 'canid'] }],
    },
  ]);
  expect(pathLine(dropped[0]!.by[1]!.path)).toBe('canid ← canine ← canis ← wolf');
  // Of a part of the set too: what stays on the other images is told.
  const some = pruneImplied({ ...scope(pictures, ['act']), pictures: pictures.slice(0, 1) }, e6);
  expect(some.dropped).toMatchObject([{ tag: 'canid', images: 1, left: 4 }]);
});

test('the reason that is given is one that stays, the nearest of several', () => {
  const reasons = (text: string) => prune(text).dropped.map(({ tag, by }) => [tag, ...by.map((one) => one.tag)]);
  expect(reasons('act, canine, wolf, canid')).toEqual([['canid', 'wolf'], ['canine', 'wolf']]);
  expect(reasons('act, german shepherd, wolf, canid')).toEqual([['canid', 'wolf']]);
});

test('adult names on the way are not spelt out', () => {
  const vocabulary = vocabularyOf(tableOfText('e6', 'a=>naked b:1 naked=>b'));
  expect(prune('act, a, b', {}, { vocabulary }).dropped[0]?.by[0]?.path).toEqual(['a', '*', 'b']);
});

test('implications of what became an alias since count for its name', () => {
  const vocabulary = vocabularyOf(tableOfText('e6', 'new_name:9 old_name>new_name old_name=>thing thing:5 new_thing:4 x=>old_thing old_thing>new_thing'));
  expect(pruned('act, new name, thing', {}, { vocabulary })).toBe('act, new name');
  expect(pruned('act, x, new thing', {}, { vocabulary })).toBe('act, x');
});
