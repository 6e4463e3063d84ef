import type { Command } from 'commander';
import type { Balance } from '../core/plan/balance.js';
import { withJson } from './options.js';
import { printJson, printLine } from './print.js';
import { fail, guarded } from './run-program.js';
import { openForCommand, openWithPictures, rootForCommand } from './workspace-argument.js';

interface Options {
  json?: boolean;
  images?: boolean;
  dryRun?: boolean;
  processes?: string;
  tolerance?: string;
}

/** `plan WORKSPACE [show|balance]`: what the trainer will make of the images, and repeats that train concepts alike. */
export function register(program: Command): void {
  withJson(program.command('plan'))
    .description('say exactly what the trainer will do: buckets, batches, steps, files')
    .argument('<workspace>', 'folder that holds the N_name folders')
    .argument('[action]', 'show, or balance: give the folders the repeats that train them alike', 'show')
    .option('--images', 'what the trainer reads of each image, too')
    .option('--processes <n>', 'as many processes (GPUs) share the batches; 1 unless set')
    .option('--tolerance <percent>', 'how far apart concepts may be trained; 5 unless set')
    .option('--dry-run', 'balance: show what would change and change nothing')
    .action(guarded(run));
}

async function run(workspace: string, action: string, options: Options): Promise<void> {
  if (action !== 'show' && action !== 'balance') fail(`plan knows show and balance, not “${action}”.`, 2);
  const processes = numberOf('--processes', options.processes, 1);
  if (!Number.isInteger(processes)) fail('--processes needs a whole number above 0.', 2);
  const tolerance = numberOf('--tolerance', options.tolerance, 5) / 100;
  const root = await rootForCommand(workspace);
  const { datasetFile } = await settingsOf(root);
  const dataset = await (datasetFile === null ? openWithPictures : openForCommand)(workspace);
  const [{ readPlan }, { balance }] = await Promise.all([import('../core/plan/read-plan.js'), import('../core/plan/balance.js')]);
  const plan = await readPlan(dataset, { processes });
  const proposal = balance(plan.concepts, plan.epochs, tolerance);
  if (action === 'balance' && datasetFile !== null) fail('The repeats of these folders stand in the file that dataset_config names; change them there.');
  if (action === 'balance') return rebalance(dataset, proposal, options);
  if (options.json) {
    const { planToJson } = await import('../core/plan/to-json.js');
    return printJson(planToJson(plan, proposal, options.images === true));
  }
  const { printPlan } = await import('./plan-text.js');
  await printPlan(plan, proposal, options.images === true);
}

async function settingsOf(root: string) {
  const [{ loadSettings }, { planSettings }] = await Promise.all([import('../core/settings/file.js'), import('../core/plan/plan-settings.js')]);
  return planSettings(await loadSettings(root));
}

function numberOf(option: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  return value > 0 && Number.isFinite(value) ? value : fail(`${option} needs a number above 0.`, 2);
}

async function rebalance(dataset: Awaited<ReturnType<typeof openWithPictures>>, proposal: Balance | null, { json, dryRun }: Options): Promise<void> {
  if (!proposal) fail('There is one concept only, so there is nothing to balance.');
  const [{ balanceConcepts }, { loadSettings }] = await Promise.all([import('../core/plan/balance-change.js'), import('../core/settings/file.js')]);
  const change = balanceConcepts(dataset, await loadSettings(dataset.root), proposal);
  if (change.entries.length > 0 && !dryRun) {
    const { openJournal } = await import('../core/journal/journal.js');
    await (await openJournal(dataset.root)).apply(change);
  }
  const folders = change.entries.flatMap((entry) => (entry.kind === 'move' ? [{ before: entry.from, after: entry.to }] : []));
  const epochs = change.entries.some(({ kind }) => kind === 'text') ? proposal.epochs : null;
  if (json) return printJson({ changed: folders.length, folders, epochs, imbalance: proposal.imbalance });
  for (const { before, after } of folders) printLine(`${before} → ${after}`);
  if (folders.length === 0) printLine('the concepts have these repeats already; nothing changed');
  else printLine(`${dryRun ? 'would rename' : 'renamed'} them${epochs === null ? '' : `, and ${dryRun ? 'would set' : 'set'} max_train_epochs to ${epochs}`}; the worst is ${(proposal.imbalance * 100).toFixed(1)} % off then`);
}
