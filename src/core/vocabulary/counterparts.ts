import type { Site } from './model.js';
import type { Pair, PairRelation } from './pairs.js';
import { shippedPairs } from './shipped/table.js';

/** A name of one site that is near to one of the other, and how. */
export interface Near {
  name: string;
  /** As the pairs have it: e621's name first. */
  relation: Exclude<PairRelation, '='>;
}

/** What the names of the other site are called on this one, by their keys. */
export interface Counterparts {
  same: ReadonlyMap<string, string>;
  near: ReadonlyMap<string, readonly Near[]>;
}

const known = new Map<Site, Counterparts>();

/** The counterparts on a site of the names of the other one. */
export function counterparts(to: Site): Counterparts {
  let found = known.get(to);
  if (!found) known.set(to, (found = collect(to, shippedPairs())));
  return found;
}

function collect(to: Site, pairs: readonly Pair[]): Counterparts {
  const same = new Map<string, string>();
  const near = new Map<string, Near[]>();
  for (const { e6, booru, relation } of pairs) {
    const [from, name] = to === 'e6' ? [booru, e6] : [e6, booru];
    if (relation === '=') {
      // Where two names are one on the other site, the first pair counts.
      if (!same.has(from)) same.set(from, name);
      continue;
    }
    const others = near.get(from);
    if (others) others.push({ name, relation });
    else near.set(from, [{ name, relation }]);
  }
  return { same, near };
}

/** What a relation says, read from the other site to this one. */
export function relationWords(relation: Near['relation'], to: Site): string {
  if (relation === '~') return 'near';
  if (relation === '!') return 'spelt alike, and something else';
  if (relation === '+') return to === 'e6' ? 'says less: how many is lost' : 'says more: look at the picture';
  return (relation === '>') === (to === 'booru') ? 'says less' : 'says more: look at the picture';
}
