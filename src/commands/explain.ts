import type { Command } from 'commander';
import { withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { fail, guarded } from './run-program.js';

/** `explain RULE`: the rule, its reason, its source, what is looked at and what fixes it. */
export function register(program: Command): void {
  withJson(program.command('explain').argument('<rule>', 'a rule’s id, such as T03, D08, S18 or R-17'))
    .description('explain a rule that a check speaks of')
    .action(guarded(explain));
}

async function explain(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const { guideRule } = await import('../core/checks/guide.js');
  const found = guideRule(id);
  if (!found) fail(`there is no rule ${id}; rules are named like T03, D08, S18 or R-17`, 2);
  const { level, title, rule, reason, today = null, source, check, fix } = found;
  if (json) return printJson({ id: found.id, level, title, rule, reason, today, source, check, fix });
  printLine(`${found.id}  ${title}${level ? `  (${{ error: 'error', warn: 'warning', info: 'note' }[level]})` : ''}`);
  printLine('');
  printLine(rule);
  const parts: [string, string | null][] = [['why', reason], ['today', today], ['checked', check], ['fix', fix], ['source', source]];
  for (const [name, text] of parts) if (text !== null) printLine(`${`${name}:`.padEnd(9)}${text}`);
}
