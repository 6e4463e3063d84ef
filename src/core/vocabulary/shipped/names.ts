import { accessories } from './accessories.js';
import { background } from './background.js';
import { body } from './body.js';
import { clothes } from './clothes.js';
import { counts } from './counts.js';
import { expression } from './expression.js';
import { eyes } from './eyes.js';
import { framing } from './framing.js';
import { hair } from './hair.js';
import { medium } from './medium.js';
import { meta } from './meta.js';
import { objects } from './objects.js';
import { pose } from './pose.js';
import { readNames, type ShippedNames } from './read.js';
import { species } from './species.js';

/** The lists by topic, in the order in which their names come first when nothing else tells. */
export const topics: Readonly<Record<string, string>> = {
  counts, framing, expression, hair, eyes, pose, clothes, background, body, accessories, species, medium, meta, objects,
};

/** All names that are shipped, as they stand in the lists. */
export function shippedNames(): ShippedNames {
  const names: ShippedNames = { tags: { e6: [], booru: [] }, pairs: [] };
  for (const text of Object.values(topics)) readNames(text, names);
  return names;
}
