import { printable } from '../../core/printable.js';
import { formats, type Format, type Holds } from '../../core/vocabulary/import/shape.js';
import type { Skipped, Taken } from '../../core/vocabulary/import/take.js';
import { siteNames } from '../../core/vocabulary/model.js';
import { IndexDamaged } from '../../core/vocabulary/index/layout.js';
import { importedPath, type About } from '../../core/vocabulary/store.js';
import { counted } from '../../core/words.js';
import { printLine } from '../print.js';
import { fail } from '../run-program.js';

/** A list that was taken in. */
export interface TakenList {
  from: string;
  format: Format;
  holds: Holds;
  taken: Taken;
}

/** What a site's vocabulary holds after lists were taken in, for `--json`. */
export function siteReport({ site, counts }: About, lists: readonly TakenList[]) {
  return {
    site,
    lists: lists.map(({ from, format, holds, taken: { tags, aliases, implications, skipped } }) => ({ from, format, holds, tags, aliases, implications, skipped })),
    ...countsOf(counts),
    index: importedPath(site),
  };
}

/** The numbers of a vocabulary, by their names in JSON. */
export function countsOf({ names, aliases, implications, adult, refused }: About['counts']) {
  return { names, aliases, implications, adult, refused };
}

/** The same for a person. */
export function printReport(about: About, lists: readonly TakenList[]): void {
  for (const { from, format, taken } of lists) {
    const took = [
      taken.tags > 0 ? counted(taken.tags, 'name') : '',
      taken.aliases > 0 ? aliasesOf(taken.aliases) : '',
      taken.implications > 0 ? counted(taken.implications, 'implication') : '',
    ].filter(Boolean);
    printLine(`${placeOf(from)}: ${took.join(', ')} (${formats[format]})`);
    for (const line of left(taken.skipped)) printLine(`  left out: ${line}`);
  }
  const { names, aliases, implications, refused } = about.counts;
  if (refused > 0) printLine(`  left out: ${counted(refused, 'name')} that may sexualise minors`);
  printLine(`${siteNames[about.site]}: ${counted(names, 'name')}, ${aliasesOf(aliases)} and ${counted(implications, 'implication')} are known now`);
}

/** Where a list came from, without what an address says beside the place. */
export function placeOf(from: string): string {
  const url = /^https?:/.test(from) ? URL.parse(from) : null;
  return url === null ? from : url.host + url.pathname;
}

/** `1 alias`, `2 aliases`. */
export function aliasesOf(count: number): string {
  return count === 1 ? '1 alias' : counted(count, 'alias').replace(/aliass$/, 'aliases');
}

function left({ rare, old, unfit }: Skipped): string[] {
  return [
    rare > 0 ? `${counted(rare, 'name')} with too few posts (--min-posts)` : '',
    old > 0 ? `${counted(old, 'row')} that the site does not use, or not yet` : '',
    unfit > 0 ? `${counted(unfit, 'row')} with nothing that can stand in a caption` : '',
  ].filter(Boolean);
}

/** Ends the command when what was imported earlier cannot be read: only the person may give it up. */
export function failIfDamaged(error: unknown, site: About['site']): void {
  if (error instanceof IndexDamaged) fail(`${printable(importedPath(site))} ${error.message} --fresh begins anew without what was imported.`);
}
