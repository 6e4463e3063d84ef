import type { Finding } from '../../core/checks/finding.js';
import { printable } from '../../core/printable.js';
import type { Change } from '../../core/journal/change.js';
import { parseSettings, SETTINGS_FILE, type SettingsFile } from '../../core/settings/file.js';
import { counted } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import { settingsFindings } from '../deck/settings-findings.js';
import { choose } from '../parts/choose.js';
import { propose } from '../parts/propose.js';
import { edit, newest } from './newest.js';

/** Offers the fix of a setting's finding as a diff; asks which when there are several. */
export async function fixOne(deck: Deck, key: string): Promise<void> {
  const file = await settled(deck);
  if (!file) return;
  const findings = (await settingsFindings(file)).filter((finding) => finding.key === key);
  const fixable = findings.filter((finding) => finding.fix);
  const [first] = fixable;
  if (!first) {
    const said = findings[0] ? `${findings[0].rule} has no fix on a key; enter edits the value.` : 'There is nothing to fix here; n goes to the next finding.';
    return deck.say(said);
  }
  if (fixable.length === 1) return offer(deck, first);
  choose(
    deck,
    'which fix?',
    fixable.map((finding) => ({ label: `${finding.rule}  ${finding.fix?.label ?? ''}`, about: finding.message, run: () => offer(deck, finding) })),
  );
}

async function offer(deck: Deck, { fix, message }: Finding): Promise<void> {
  if (fix) proposeEdit(deck, fix.label, message, await fix.change());
}

/** Offers all fixes of the screen as one diff: of errors and warnings, or of notes when there is nothing else. */
export async function fixAll(deck: Deck): Promise<void> {
  const file = await settled(deck);
  if (!file) return;
  const grave = await allFixes(file, (finding) => finding.level !== 'info');
  const fixes = grave.labels.length > 0 ? grave : await allFixes(file, () => true);
  if (fixes.labels.length === 0) return deck.say('Nothing on this screen has a fix on a key.');
  const left = grave.labels.length > 0 ? '; notes are left to you' : '';
  proposeEdit(deck, `fix ${counted(fixes.labels.length, 'finding')}`, `${fixes.labels.join(', ')}${left}`, fixes.change);
}

/**
 * All fixes of settings as one change: one after the other, looking anew after each, since a fix can settle or raise
 * another finding. Nothing is fixed twice.
 */
export async function allFixes(file: SettingsFile, wanted: (finding: Finding) => boolean): Promise<{ labels: string[]; change: Change }> {
  const done = new Set<string>();
  const labels: string[] = [];
  let now = file;
  for (;;) {
    const next = (await settingsFindings(now)).find((one) => one.fix && wanted(one) && !done.has(nameOf(one)));
    if (!next?.fix) break;
    done.add(nameOf(next));
    const [entry, ...more] = (await next.fix.change()).entries;
    if (entry?.kind !== 'text' || entry.path !== SETTINGS_FILE || more.length > 0) continue;
    now = parseSettings(file.root, entry.after, file.concepts);
    labels.push(next.fix.label);
  }
  const entries: Change['entries'] = now === file ? [] : [{ kind: 'text', path: SETTINGS_FILE, before: file.text, after: now.text }];
  return { labels, change: { what: printable(`fixed ${counted(labels.length, 'setting')}: ${labels.join(', ')}`), images: 0, entries } };
}

function nameOf({ rule, key }: Finding): string {
  return `${rule} ${key ?? ''}`;
}

/** Shows an edit of the settings as a diff; applied, it counts at once. */
export function proposeEdit(deck: Deck, title: string, lead: string, change: Change, notes: readonly string[] = []): void {
  propose({ ...deck, apply: () => edit(deck, () => change) }, { title, lead, change, notes });
}

/** The settings once everything is written; null, with the reason said, when they cannot be edited. */
async function settled(deck: Deck): Promise<SettingsFile | null> {
  await deck.settled();
  const file = newest(deck);
  if (file && file.broken !== null) {
    deck.say(file.broken, 'error');
    return null;
  }
  return file;
}
