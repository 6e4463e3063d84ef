import type { Setting } from '../model.js';
import { argument } from './row.js';

export const FOLDERS: readonly Setting[] = [
  argument('train_data_dir', {
    section: 'folders',
    label: 'image folder',
    kind: 'path',
    help: 'The folder that holds the N_name folders, never one of them: the workspace itself, written as a dot.',
    rules: ['S04', 'W01'],
  }),
  argument('output_dir', {
    section: 'folders',
    label: 'output folder',
    kind: 'path',
    help: 'Where the trainer saves.',
    rules: ['S04'],
  }),
  argument('output_name', {
    section: 'folders',
    label: 'output name',
    kind: 'text',
    help: 'How the saved files begin. A name that was used before is overwritten without a question.',
    rules: ['S04', 'R-81'],
  }),
  argument('caption_extension', {
    section: 'folders',
    label: 'caption ending',
    kind: 'choice',
    choices: ['.txt', '.caption'],
    open: true,
    help: "The ending of caption files, with its dot. The trainer's own default is .caption, while people write .txt.",
    rules: ['T01'],
  }),
];
