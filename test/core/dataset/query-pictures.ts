import { compileQuery } from '../../../src/core/dataset/query/query.js';
import { picture } from './picture.js';

export const pictures = [
  picture('10_hmbrgrlora/014.png', 'hmbrgrlora, solo, long_hair, White Background', { width: 1024, height: 768 }),
  picture('10_hmbrgrlora/015.webp', 'hmbrgrlora, solo focus, hatsune miku \\(vocaloid\\)', { width: 600, height: 1400, format: 'webp', alpha: true }),
  picture('2_blaze, red armor/016 b.jpg', 'blaze, red armor, ^_^', { format: 'jpeg' }),
  picture('2_blaze, red armor/017.png', null),
];

/** Numbers of the pictures that a query finds, from 0. */
export function find(query: string, marked: number[] = []): number[] {
  const matches = compileQuery(query, { saved: 'solo', zwei_2: 'tags<3 or @saved', 'é-x': '', 狐: '-file:014' });
  const context = { marked: new Set(marked.map((at) => pictures[at]?.id ?? -1)) };
  return pictures.flatMap((one, at) => (matches(one, context) ? [at] : []));
}
