import { counterparts, type Near } from './counterparts.js';
import { saysMore } from './meaning.js';
import { nameKey } from './names.js';
import type { Vocabulary } from './vocabulary.js';

/** What became of one tag: it is another now, or it stays and why. */
export type Verdict =
  | { to: string; /** How it was found, where not by its own name. */ via: 'alias' | Near['relation'] | null }
  | { near: readonly Near[] }
  /** Neither site's names tell what it is called there. */
  | 'unknown'
  /** An alias that says more than the name it stands for. */
  | { saysMore: string };

/** What an alias becomes; null for what is none. @param loose - also where that {@link saysMore} */
export function aliasVerdict(vocabulary: Vocabulary, tag: string, loose = false): Verdict | null {
  const entry = vocabulary.find(tag);
  if (entry < 0 || !vocabulary.isAlias(entry)) return null;
  const name = vocabulary.name(vocabulary.target(entry));
  if (saysMore(tag, name) && !loose) return { saysMore: name };
  return { to: name, via: 'alias' };
}

/**
 * What a tag is called on a site; null for what is called so there already.
 *
 * @param other - of the site that the tag is from, whose aliases are known; null for none
 * @param loose - take a name that is near, or says less or more, where the picture need not be looked at to tell
 */
export function siteVerdict(own: Vocabulary, other: Vocabulary | null, tag: string, loose = false): Verdict | null {
  const { same, near } = counterparts(own.site);
  const key = nameKey(tag);
  const [itself, ...others] = [key, ...namesFor(other, key)];
  const equal = same.get(itself ?? '');
  if (equal !== undefined) return equal === key ? null : { to: equal, via: null };
  const close = [itself ?? '', ...others].flatMap((name) => near.get(name) ?? []);
  const entry = own.find(tag);
  if (own.isInUse(entry) && close.every(({ relation }) => relation !== '!')) return null;
  for (const name of others) {
    const found = same.get(name);
    if (found !== undefined && found !== key && !saysMore(key, found)) return { to: found, via: 'alias' };
    if (found === key) return null;
  }
  const isAlias = entry >= 0 && own.isAlias(entry);
  const aliased: Near[] = isAlias && close.length === 0 ? [{ name: own.name(own.target(entry)), relation: saysMore(tag, own.name(own.target(entry))) ? '+' : '~' }] : [];
  const all = [...close, ...aliased];
  const taken = loose ? all.find(({ relation }) => relation === '~' || relation === '<' || relation === '>') : undefined;
  if (taken) return { to: taken.name, via: taken.relation };
  return all.length > 0 ? { near: all } : 'unknown';
}

/** The name that a tag stands for on its own site, where that is another one. */
function namesFor(vocabulary: Vocabulary | null, key: string): string[] {
  const entry = vocabulary ? vocabulary.canonical(key) : -1;
  const name = vocabulary && entry >= 0 ? vocabulary.name(entry) : key;
  return name === key ? [] : [name];
}
