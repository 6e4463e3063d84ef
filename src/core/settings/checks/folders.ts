import type { Finding } from '../../checks/finding.js';
import { printable } from '../../printable.js';
import { counted } from '../../words.js';
import { finding, on, setTo, text, type Look } from './context.js';

/** S04 and W01: image folder, output folder, output name; T01's caption ending. */
export function checkFolders(look: Look): Finding[] {
  return [...checkImages(look), ...checkOutput(look), ...checkName(look), ...checkCaptions(look)];
}

function checkImages(look: Look): Finding[] {
  const key = 'train_data_dir';
  if (on(look, 'dataset_config')) {
    return [
      finding(
        'R-59',
        'warn',
        'dataset_config',
        'A dataset configuration is given, so the trainer ignores the image folder and reads what that file names.',
      ),
    ];
  }
  const path = text(look, key);
  const fix = setTo(look, key, '.');
  // How the workspace is laid out counts for a recording too; where else pictures lie does not.
  const wrong = (rule: string, message: string) => [
    finding(rule, 'error', key, message, { blocks: !look.recorded || rule === 'W01', fix }),
  ];
  if (path === '') return wrong('S04', 'No image folder is set; it is the workspace itself, written as a dot.');
  const seen = look.around?.trainData;
  if (seen?.isWorkspace && seen.isConcept && look.concepts.length === 0) {
    return [
      finding(
        'W01',
        'error',
        key,
        'This workspace is an N_name folder itself, so nothing would be found to train; open its parent.',
        { blocks: true },
      ),
    ];
  }
  if (!seen || seen.isWorkspace) return [];
  const shown = printable(path);
  if (seen.isConcept)
    return wrong(
      'W01',
      `The image folder ${shown} is an N_name folder itself, so nothing would be found to train; its parent is wanted.`,
    );
  if (seen.place === 'missing') return wrong('S04', `The image folder ${shown} does not exist.`);
  if (seen.place === 'file') return wrong('S04', `The image folder ${shown} is a file.`);
  if (seen.place === 'locked') return wrong('S04', `You may not read the image folder ${shown}.`);
  return wrong('S04', `The image folder ${shown} is not this workspace, so other pictures would be trained.`);
}

function checkOutput(look: Look): Finding[] {
  const key = 'output_dir';
  const path = text(look, key);
  const fix = setTo(look, key, 'output');
  const blocks = true;
  if (path === '') return [finding('S04', 'error', key, 'No output folder is set, so nothing could be saved.', { blocks, fix })];
  const seen = look.around?.output;
  if (!seen) return [];
  const shown = printable(path);
  if (seen.place === 'file') return [finding('S04', 'error', key, `The output folder ${shown} is a file.`, { blocks, fix })];
  if (seen.place === 'locked')
    return [finding('S04', 'error', key, `You may not write into the output folder ${shown}.`, { blocks, fix })];
  if (seen.place === 'missing' && !seen.inWorkspace) {
    return [
      finding('S04', 'error', key, `The output folder ${shown} does not exist; make it, or save in the workspace.`, { fix }),
    ];
  }
  return [];
}

function checkName(look: Look): Finding[] {
  const key = 'output_name';
  const name = text(look, key);
  if (name.trim() === '')
    return [finding('S04', 'error', key, 'No output name is set; the trainer would call every training “last”.')];
  if (/[/\\\0]/.test(name))
    return [
      finding('S04', 'error', key, 'The output name may not hold a slash: the folder has a setting of its own.', {
        blocks: true,
        fix: setTo(look, key, name.replace(/[/\\\0]+/g, '_')),
      }),
    ];
  const same = look.around?.output.sameName ?? [];
  if (same.length === 0) return [];
  return [
    finding(
      'R-81',
      'warn',
      key,
      `The output folder holds ${counted(same.length, 'save')} of this name, which the trainer overwrites without a question.`,
      { fix: setTo(look, key, nextName(name)) },
    ),
  ];
}

/** `mychar` → `mychar-v2`, `mychar-v2` → `mychar-v3`. */
function nextName(name: string): string {
  const match = /^(.*?)(-?v)(\d+)$/.exec(name);
  return match ? `${match[1]}${match[2]}${Number(match[3]) + 1}` : `${name}-v2`;
}

function checkCaptions(look: Look): Finding[] {
  const key = 'caption_extension';
  const ending = text(look, key, '.caption');
  if (ending === '' || ending.startsWith('.')) return [];
  return [
    finding('T01', 'error', key, `The caption ending has no dot, so the trainer would look for “image${printable(ending)}”.`, {
      fix: setTo(look, key, `.${ending}`),
    }),
  ];
}
