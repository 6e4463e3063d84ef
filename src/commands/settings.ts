import type { Command } from 'commander';
import type { Change } from '../core/journal/change.js';
import type { Resolved, SettingsFile } from '../core/settings/index.js';
import { counted } from '../core/words.js';
import { withJson } from './options.js';
import { complain, printJson, printLine, printTable } from './print.js';
import { fail, guarded } from './run-program.js';
import { rootForCommand } from './workspace-argument.js';

interface Options {
  json?: boolean;
  dryRun?: boolean;
}

/** `settings WORKSPACE show|set KEY VALUE|unset KEY|check`: what is trained with, and what speaks against it. */
export function register(program: Command): void {
  withJson(program.command('settings'))
    .description('show, change and check the settings of a training')
    .argument('<workspace>', 'folder of the workspace')
    .argument('[action]', 'show, set, unset or check', 'show')
    .argument('[key]', 'a setting, by the trainer’s own name')
    .argument('[value...]', 'its new value')
    .option('--dry-run', 'show what would change and change nothing')
    .action(guarded(run));
}

async function run(
  workspace: string,
  action: string,
  key: string | undefined,
  value: readonly string[],
  options: Options,
): Promise<void> {
  const root = await rootForCommand(workspace);
  const { loadSettings } = await import('../core/settings/index.js');
  const file = await loadSettings(root);
  switch (action) {
    case 'show':
      return show(file, key, options);
    case 'set':
      if (key === undefined || value.length === 0) fail('settings set needs a key and a value.', 2);
      return change(file, key, value.join(' '), options);
    case 'unset':
      if (key === undefined) fail('settings unset needs a key.', 2);
      return change(file, key, null, options);
    case 'check':
      return check(file, options);
    default:
      fail(`settings knows show, set, unset and check, not “${action}”.`, 2);
  }
}

async function show(file: SettingsFile, key: string | undefined, options: Options): Promise<void> {
  const { formatValue, resolveSettings, settingFor, isRelevant } = await import('../core/settings/index.js');
  let all = resolveSettings(file);
  if (key !== undefined) {
    const name = settingFor(key)?.key ?? key;
    const one = all[name];
    if (!one) fail(`${key} is no setting.`, 2);
    all = { [name]: one };
  }
  if (file.broken !== null) complain(file.broken);
  if (options.json) return printJson(all);
  const rows = Object.entries(all).filter(([name]) => key !== undefined || isRelevant(name, file));
  await printTable(
    ['setting', 'value', 'from', 'default'],
    rows.map(([name, { value, from, default: standard }]) => [name, formatValue(value), from, formatValue(standard)]),
  );
}

async function change(file: SettingsFile, key: string, typed: string | null, options: Options): Promise<void> {
  const settings = await import('../core/settings/index.js');
  const setting = settings.settingFor(key);
  if (!setting) fail(unknown(key, settings.nearestArgument(key)), 2);
  const before = settings.resolveSettings(file)[setting.key];
  let edit: Change;
  if (typed === null) edit = settings.unsetSetting(file, setting.key);
  else {
    const parsed = settings.parseValue(setting, typed);
    if (!parsed.ok) fail(parsed.message, 2);
    edit = settings.setSetting(file, setting.key, parsed.value);
  }
  const entry = edit.entries[0];
  const after = entry?.kind === 'text' ? settings.parseSettings(file.root, entry.after, file.concepts) : file;
  if (edit.entries.length > 0 && options.dryRun !== true) await apply(file.root, edit);
  report(setting.key, before, settings.resolveSettings(after)[setting.key], edit, options, settings.formatValue);
}

async function apply(root: string, edit: Change): Promise<void> {
  const { openJournal } = await import('../core/journal/journal.js');
  await (await openJournal(root)).apply(edit);
}

function report(
  key: string,
  before: Resolved | undefined,
  after: Resolved | undefined,
  edit: Change,
  options: Options,
  format: (value: Resolved['value']) => string,
): void {
  const changed = edit.entries.length > 0;
  if (options.json) return printJson({ changed: changed ? 1 : 0, key, before: before ?? null, after: after ?? null });
  const value = format(after?.value ?? null);
  if (!changed) printLine(`${key} is ${value} already; nothing changed`);
  else
    printLine(
      `${options.dryRun ? 'would change' : 'changed'} ${key}: ${format(before?.value ?? null)} → ${value} (${after?.from ?? ''})`,
    );
}

function unknown(key: string, near: string | null): string {
  return near === null ? `${key} is no setting.` : `${key} is no setting: did you mean ${near}?`;
}

async function check(file: SettingsFile, options: Options): Promise<void> {
  const { checkSettings, lookAround } = await import('../core/settings/index.js');
  const { findingToJson, summarize } = await import('../core/checks/finding.js');
  const { chooseTrainer } = await import('../runner/trainers/choose.js');
  const { loadUserConfig } = await import('../runner/user-config.js');
  const trainer = chooseTrainer(await loadUserConfig(), { trainer: file.ours.trainer });
  const findings = checkSettings(file, { recorded: trainer.recording !== null, around: await lookAround(file) });
  const summary = summarize(findings);
  if (summary.error > 0) process.exitCode = 1;
  if (options.json) return printJson({ findings: findings.map(findingToJson), summary });
  await printTable(
    ['level', 'rule', 'setting', 'what'],
    findings.map(({ level, rule, key, message }) => [level, rule, key ?? '', message]),
  );
  printLine(`${counted(summary.error, 'error')}, ${counted(summary.warn, 'warning')}, ${counted(summary.info, 'note')}`);
}
