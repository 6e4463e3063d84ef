import { siteNames, type Site } from '../../core/vocabulary/model.js';
import type { Holds } from '../../core/vocabulary/import/shape.js';
import { number } from '../../core/words.js';
import { fetchVocabulary } from '../../runner/vocabulary/fetch-vocabulary.js';
import type { FetchProgress } from '../../runner/vocabulary/fetched.js';
import { printJson } from '../print.js';
import { fail } from '../run-program.js';
import { numberOf, siteOf, type VocabOptions } from './options.js';
import { progressOn } from './progress.js';
import { failIfDamaged, printReport, siteReport } from './report.js';

/** `vocab fetch SITE`. Ctrl-C leaves what is there. */
export async function fetchSite([typed, ...more]: readonly string[], options: VocabOptions): Promise<void> {
  if (typed === undefined || more.length > 0) fail('vocab fetch needs one site: e6 (e621) or booru (Danbooru).', 2);
  const site = siteOf(typed);
  const minPosts = numberOf('--min-posts', options.minPosts, 0);
  const from = addressOf(options.from);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const progress = progressOn();
  try {
    const { about, lists } = await fetchVocabulary(site, {
      userAgent: `loradeck/${__LORADECK_VERSION__} (names of tags for captions)`,
      signal: stop.signal,
      tell: (at) => progress.at(`${siteNames[site]}  ${inWords(at)}`),
      say: (text) => progress.say(text),
      fresh: options.fresh === true,
      ...(from !== undefined && { from }),
      ...(minPosts !== undefined && { minPosts }),
    });
    progress.end();
    if (options.json) return printJson(siteReport(about, lists));
    printReport(about, lists);
  } catch (error) {
    progress.end();
    if (stop.signal.aborted) fail(stopped(site));
    failIfDamaged(error, site);
    throw error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

const words: Readonly<Record<Holds, string>> = { tags: 'names', aliases: 'aliases', implications: 'implications' };

function inWords({ what, done, total, unit }: FetchProgress): string {
  if (unit === 'rows') return `${words[what]}: ${number(done)}`;
  const mega = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${words[what]}: ${mega(done)}${total === null ? '' : ` of ${mega(total)}`} MB`;
}

function stopped(site: Site): string {
  return `Stopped. What was fetched is kept for two days: \`loradeck vocab fetch ${site}\` goes on with it.`;
}

/** Exit code 2 for what is no address of the web. */
function addressOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const url = URL.parse(typed);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : fail(`--from needs an address such as http://127.0.0.1:8080/, not “${typed}”.`, 2);
}
