import type { Command } from 'commander';
import { register as check } from './check.js';
import { register as demo } from './demo.js';
import { register as doctor } from './doctor.js';
import { register as explain } from './explain.js';
import { register as filters } from './filters.js';
import { register as history } from './history.js';
import { register as images } from './images.js';
import type { AppOpener } from './open-app.js';
import { register as open } from './open.js';
import { register as plan } from './plan.js';
import { register as redo } from './redo.js';
import { register as runs } from './runs.js';
import { register as settings } from './settings.js';
import { register as show } from './show.js';
import { register as stop } from './stop.js';
import { register as tags } from './tags.js';
import { register as train } from './train.js';
import { register as undo } from './undo.js';
import { register as vocab } from './vocab.js';
import { register as watch } from './watch.js';

/** Puts every command on the program, in the order of its help. */
export function registerAll(program: Command, openApp: AppOpener): void {
  open(program, openApp);
  demo(program, openApp);
  for (const register of [check, explain, images, filters, tags, undo, redo, history, vocab, settings, plan, train, runs, watch, stop, show, doctor]) register(program);
}
