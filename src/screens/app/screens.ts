import type { ComponentType } from 'react';
import type { ScreenName } from '../../core/session/session.js';
import { checksActions } from '../checks/actions.js';
import { checksBindings } from '../checks/keys.js';
import { ChecksScreen } from '../checks/screen.js';
import { SpokenChecks } from '../checks/spoken.js';
import { datasetActions } from '../dataset/actions.js';
import { compareBindings, zoomBindings } from '../dataset/closeup/keys.js';
import { datasetBindings } from '../dataset/keys.js';
import { DatasetScreen } from '../dataset/screen.js';
import { SpokenDataset } from '../dataset/spoken.js';
import type { Action } from '../deck/deck.js';
import type { Room } from '../deck/overlay.js';
import type { Binding } from '../parts/bindings.js';
import { settingsActions } from '../settings/actions.js';
import { settingsBindings } from '../settings/keys.js';
import { SettingsScreen } from '../settings/screen.js';
import { SpokenSettings } from '../settings/spoken.js';
import { tagsActions } from '../tags/actions.js';
import { tagsBindings } from '../tags/keys.js';
import { frequenciesBindings } from '../tags/frequencies/keys.js';
import { sweepBindings } from '../tags/sweep/keys.js';
import { walkBindings } from '../tags/walk/keys.js';
import { TagsScreen } from '../tags/screen.js';
import { SpokenTags } from '../tags/spoken.js';
import { trainingActions } from '../training/actions.js';
import { trainingBindings } from '../training/keys.js';
import { TrainingScreen } from '../training/screen.js';
import { SpokenTraining } from '../training/spoken.js';
import { welcomeActions } from '../welcome/actions.js';
import { welcomeBindings } from '../welcome/keys.js';
import { WelcomeScreen } from '../welcome/screen.js';
import { SpokenWelcome } from '../welcome/spoken.js';

export interface ScreenEntry {
  title: string;
  bindings: readonly Binding[];
  actions: Readonly<Record<string, Action>>;
  /** Keys that hold while the screen shows something else than usual. */
  modes?: readonly { title: string; bindings: readonly Binding[] }[];
  View: ComponentType<Room>;
  /** The same for a screen reader: lines instead of panes. */
  Spoken: ComponentType;
}

/** The screens by name. */
export const screens: Readonly<Record<ScreenName, ScreenEntry>> = {
  welcome: { title: 'the welcome screen', bindings: welcomeBindings, actions: welcomeActions, View: WelcomeScreen, Spoken: SpokenWelcome },
  dataset: {
    title: 'Dataset',
    bindings: datasetBindings,
    actions: datasetActions,
    modes: [
      { title: 'Dataset: an image at full detail', bindings: zoomBindings },
      { title: 'Dataset: two images compared', bindings: compareBindings },
    ],
    View: DatasetScreen,
    Spoken: SpokenDataset,
  },
  tags: {
    title: 'Tags',
    bindings: tagsBindings,
    actions: tagsActions,
    modes: [
      { title: 'Tags: image by image, with tags on letters', bindings: walkBindings },
      { title: 'Tags: one tag through the set', bindings: sweepBindings },
      { title: 'Tags: all tags with their counts', bindings: frequenciesBindings },
    ],
    View: TagsScreen,
    Spoken: SpokenTags,
  },
  checks: { title: 'Checks', bindings: checksBindings, actions: checksActions, View: ChecksScreen, Spoken: SpokenChecks },
  settings: { title: 'Settings', bindings: settingsBindings, actions: settingsActions, View: SettingsScreen, Spoken: SpokenSettings },
  training: { title: 'Training', bindings: trainingBindings, actions: trainingActions, View: TrainingScreen, Spoken: SpokenTraining },
};
