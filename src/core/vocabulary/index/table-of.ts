import type { Vocabulary } from '../vocabulary.js';
import { addAlias, addImplication, addTag, emptyTable, type Table } from '../table.js';

/**
 * The table of which an index was made, to make another one of it with more lists. What came with the program is left
 * out: it is added again, in its present state.
 *
 * @param ownImplications - the implications are those of imported lists
 */
export function tableOf(vocabulary: Vocabulary, ownImplications: boolean): Table {
  const table = emptyTable(vocabulary.site);
  for (let entry = 0; entry < vocabulary.size; entry++) {
    if (vocabulary.isShipped(entry)) continue;
    const name = vocabulary.name(entry);
    if (vocabulary.isAlias(entry)) {
      addAlias(table, { from: name, to: vocabulary.name(vocabulary.target(entry)) });
      continue;
    }
    const category = vocabulary.category(entry);
    const isOdd = category === 'invalid' || category === 'rating';
    const isUsed = vocabulary.isInUse(entry);
    // A quiet entry without posts is only spoken of by relations, which bring it back.
    if (isUsed || isOdd || vocabulary.posts(entry) !== null) {
      const row = { name, category, posts: vocabulary.posts(entry) };
      addTag(table, { ...row, ...(vocabulary.isAdult(entry) ? { adult: true } : {}), ...(isUsed || isOdd ? {} : { retired: true }) });
    }
  }
  if (!ownImplications) return table;
  for (let entry = 0; entry < vocabulary.size; entry++) {
    for (const implied of vocabulary.implies(entry)) addImplication(table, { from: vocabulary.name(entry), to: vocabulary.name(implied) });
  }
  return table;
}
