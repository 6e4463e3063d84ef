import type { Site } from '../vocabulary/model.js';
import { openedVocabulary } from '../vocabulary/opened.js';
import type { About } from '../vocabulary/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** The names that count in a workspace, for the checks of tags. */
export interface Names {
  vocabulary: Vocabulary;
  /** A list of the site itself was imported: only then is a name that it does not hold one that the site does not have (T10). */
  whole: boolean;
}

/** With fewer names a list is not that of a site: the tagger lists, which hold what is common, have about 6,000. */
const leastOfSite = 5000;

/** Opens the names of a site for the checks; null for no site. */
export async function namesOf(site: Site | null): Promise<Names | null> {
  if (site === null) return null;
  const { vocabulary, about } = await openedVocabulary(site);
  return { vocabulary, whole: isWhole(about) };
}

export function isWhole({ sources }: Pick<About, 'sources'>): boolean {
  return sources.reduce((sum, { tags }) => sum + tags, 0) >= leastOfSite;
}
