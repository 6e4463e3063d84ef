import { expect, test } from 'vitest';
import { createSession, type Session } from '../../../src/core/session/session.js';
import { scopes } from '../../../src/core/session/scopes.js';
import type { Dataset } from '../../../src/core/dataset/model.js';
import { picture } from '../dataset/picture.js';

const pictures = [picture('4_b/beta.png', 'fox, a'), picture('4_b/alpha.png', 'fox'), picture('9_a/delta.png', 'fox, a')];
const concepts = ['4_b', '9_a'].map((folder) => ({
  folder, repeats: 1, activationText: 'x', activation: ['x'], pictures: pictures.filter((one) => one.folder === folder), ignored: [],
}));
const dataset: Dataset = {
  root: '/x', captionExtension: '.txt', concepts, raw: [picture('Raw/r.png', null)],
  leftOut: [], others: [], rootImages: [], isConceptFolder: false, problems: [],
};
const of = (change: Partial<Session> = {}) => scopes(createSession({ dataset, ...change }).getState()).map(({ name, pictures: list }) => `${list.length} ${name}`);
const [beta, , delta] = pictures.map(({ id }) => id);

test('the marked images first, then those shown, this one, its concept and all; none twice', () => {
  expect(of()).toEqual(['3 in all concepts', '1 image, beta.png', '2 of 4_b']);
  expect(of({ marks: new Set([delta ?? 0]), filter: 'tag:a', cursor: beta ?? 0 })).toEqual(['1 marked', '2 filtered', '1 image, beta.png', '2 of 4_b', '3 in all concepts']);
  expect(of({ folder: '9_a' })).toEqual(['1 in the concept', '3 in all concepts']);
});

test('originals are never in it', () => {
  expect(of({ folder: 'Raw' })).toEqual(['3 in all concepts']);
});
