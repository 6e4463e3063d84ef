import { Text } from 'ink';
import { useStore } from 'zustand';
import { categoryLetters, type Category } from '../../core/vocabulary/model.js';
import { useDeck } from '../deck/deck.js';
import type { Names } from '../deck/names.js';
import { theme } from './theme.js';

/** The colour of a kind of name; general ones have the terminal's own. */
export function categoryColor(category: Category | null): string | undefined {
  switch (category) {
    case 'artist':
    case 'contributor':
      return theme.artist;
    case 'character':
      return theme.character;
    case 'copyright':
      return theme.copyright;
    case 'species':
      return theme.species;
    case 'meta':
    case 'lore':
    case 'rating':
      return theme.meta;
    default:
      return undefined;
  }
}

/** What kind of name a tag is: null where the vocabulary does not know it, or there is none. */
export function categoryOfTag({ vocabulary }: Pick<Names, 'vocabulary'>, tag: string): Category | null {
  const entry = vocabulary?.canonical(tag) ?? -1;
  return !vocabulary || entry < 0 || !(vocabulary.isInUse(entry) || vocabulary.isShipped(entry)) ? null : vocabulary.category(entry);
}

/** The letter of a tag's category in its colour, in one cell; empty for what is not known, and for what is general. */
export function CategoryLetter({ tag, quiet = false }: { tag: string; quiet?: boolean }) {
  const category = categoryOfTag(useStore(useDeck().names), tag);
  return <Text color={quiet ? undefined : categoryColor(category)}>{category === null || category === 'general' ? ' ' : categoryLetters[category]}</Text>;
}
