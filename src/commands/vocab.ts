import { Option, type Command } from 'commander';
import { withJson } from './options.js';
import { fail, guarded } from './run-program.js';
import { takes, type VocabOptions } from './vocab/options.js';

/** `vocab import FILE…|fetch SITE|info [SITE]|search TEXT`: the names of the two sites, by which tags are completed and checked. */
export function register(program: Command): void {
  withJson(program.command('vocab'))
    .description('names of tags: import lists, fetch a site’s, say what is known, search')
    .argument('<action>', 'import FILE…; fetch SITE; info [SITE]; search TEXT')
    .argument('[what...]', 'files, a site (e6 or booru) or a text')
    .addOption(new Option('--site <site>', 'whose names: e6 (e621) or booru (Danbooru)').choices(['e6', 'booru']))
    .addOption(new Option('--as <what>', 'import: what the files hold').choices(['tags', 'aliases', 'implications']))
    .option('--min-posts <n>', 'import, fetch: leave out names with fewer posts; 20 for whole exports of a site')
    .option('--adult', 'import: all these names are adult; search: adult names too')
    .option('--fresh', 'import, fetch: forget what was imported before')
    .option('--from <url>', 'fetch: an address that speaks like the site')
    .option('--workspace <dir>', 'search: with the tags of this workspace, and by its choice of a site')
    .option('--limit <n>', 'search: so many at most; 20 unless set')
    .action(guarded(run));
}

async function run(action: string, what: readonly string[], options: VocabOptions): Promise<void> {
  if (!Object.hasOwn(takes, action)) fail(`vocab knows import, fetch, info and search, not “${action}”.`, 2);
  const known: readonly string[] = takes[action as keyof typeof takes];
  const stray = Object.keys(options).find((name) => name !== 'json' && !known.includes(name));
  if (stray !== undefined) fail(`vocab ${action} takes no --${stray.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.`, 2);
  switch (action as keyof typeof takes) {
    case 'import':
      return (await import('./vocab/import.js')).importLists(what, options);
    case 'fetch':
      return (await import('./vocab/fetch.js')).fetchSite(what, options);
    case 'info':
      return (await import('./vocab/info.js')).info(what, options);
    case 'search':
      return (await import('./vocab/search.js')).search(what, options);
  }
}
