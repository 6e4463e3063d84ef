import type { Finding } from '../../core/checks/finding.js';
import { summarize } from '../../core/checks/finding.js';
import { counted } from '../../core/words.js';
import { wrap } from '../parts/text.js';
import { signs } from '../parts/theme.js';
import type { StartLook } from './start-look.js';

export interface StartLine {
  text: string;
  tone?: 'error' | 'warn' | 'good' | 'quiet' | 'bold';
}

/** What the start dialog says: the trainer, what it would train, what speaks against it, the command. */
export function startLines({ training, verdict, facts, command }: StartLook, live: readonly string[], width: number): StartLine[] {
  const { plan, problem, findings } = training;
  const lines: StartLine[] = [];
  const say = (text: string, tone?: StartLine['tone'], lead = '') => {
    const rows = wrap(text, width - lead.length);
    lines.push(...rows.map((row, index) => ({ text: `${index === 0 ? lead : ' '.repeat(lead.length)}${row}`, tone })));
  };
  if (plan.trainer.recording === null) say(`${plan.trainer.label} on this machine`, 'bold');
  else say(`recording ${plan.trainer.recording}: plays a recorded run; nothing is trained`, 'bold');
  for (const fact of facts) say(fact);
  for (const id of live) say(`${id} is running; two trainings share the memory of one card.`, 'warn', `${signs.warn} `);
  if (problem !== null) say(problem, 'error', `${signs.error} `);
  lines.push({ text: '' });
  const { blocking, errors } = against(findings);
  if (blocking.length > 0) say('It cannot start: the trainer would stop, train nothing or train the wrong files.', 'error');
  else if (errors.length > 0) say(`It can start, but ${errors.length === 1 ? 'this is an error' : 'these are errors'} by the guide:`, 'warn');
  else if (problem === null) say(`${signs.good} Nothing speaks against it.`, 'good');
  for (const { rule, message } of blocking) say(message, 'error', `${signs.error} ${rule}  `);
  for (const { rule, message } of errors) say(message, verdict === 'blocked' ? 'quiet' : 'warn', `${signs.error} ${rule}  `);
  const { warn } = summarize(findings);
  if (warn > 0) say(`${counted(warn, 'warning')}: see 3 Checks and 4 Settings.`, 'quiet', `${signs.warn} `);
  if (command !== '') {
    lines.push({ text: '' });
    say(command, 'quiet', '$ ');
  }
  return lines;
}

/** The findings that block a start, and the other errors. */
export function against(findings: readonly Finding[]): { blocking: Finding[]; errors: Finding[] } {
  return {
    blocking: findings.filter(({ blocks }) => blocks),
    errors: findings.filter(({ blocks, level }) => !blocks && level === 'error'),
  };
}
