import type { Finding } from '../../checks/finding.js';
import { printable } from '../../printable.js';
import { renameSetting } from '../edit.js';
import { findRecipe, NO_RECIPE, RECIPES } from '../recipes.js';
import { finding, setTo, unset, type Look } from './context.js';

/** What was wrong when the file was read: mistakes, names that the trainer ignores, wrong types (S31, R-73). */
export function checkProblems(look: Look): Finding[] {
  const found = look.file.problems.map((problem): Finding => {
    const { kind, key, message, meant, better } = problem;
    if (kind === 'syntax' || kind === 'unreadable')
      return { ...finding('S31', 'error', '', message, { blocks: true }), key: undefined };
    if (kind === 'ours') return finding('S31', 'warn', key ?? '', message);
    if (kind === 'unknown') return finding('R-73', 'warn', key ?? '', message, { fix: rename(look, key, meant) });
    if (kind === 'choice') return finding('R-73', 'error', key ?? '', message);
    const fix = better !== undefined && key !== null ? setTo(look, key, better) : key === null ? null : unset(look, key);
    return finding('R-73', 'error', key ?? '', message, { blocks: typeof better !== 'boolean', fix });
  });
  return [...found, ...checkRecipe(look)];
}

function rename(look: Look, key: string | null, meant: string | undefined): Finding['fix'] {
  if (key === null || meant === undefined || look.file.values[meant] !== undefined) return null;
  return { label: `rename it to ${meant}`, change: async () => renameSetting(look.file, key, meant) };
}

function checkRecipe({ file }: Look): Finding[] {
  const name = file.ours.recipe;
  if (name === null || name === NO_RECIPE || findRecipe(name)) return [];
  const some = RECIPES.slice(0, 3)
    .map(({ id }) => id)
    .join(', ');
  return [
    finding(
      'S34',
      'warn',
      'loradeck.recipe',
      `There is no recipe “${printable(name)}”, so the assumed one counts; recipes are ${some}, … and none.`,
    ),
  ];
}
