import path from 'node:path';
import type { Session } from '../../core/session/session.js';
import { trainingFacts } from '../../core/settings/facts.js';
import { counted, duration } from '../../core/words.js';
import type { TrainingPlan } from '../../runner/preflight.js';
import { commandLine } from './command-line.js';

/** What a start would do, ready to be shown. */
export interface StartLook {
  training: TrainingPlan;
  verdict: 'start' | 'ask' | 'blocked';
  /** What would be trained or played, in sentences. */
  facts: string[];
  /** As one could type it. */
  command: string;
}

/**
 * Looks at what a start would train, with what, and what speaks against it. Starts and writes nothing.
 * @param speed how much faster than real a recording is played
 * @throws Error with one sentence
 */
export async function lookAtStart(root: string, settings: Session['settings'], speed = 1): Promise<StartLook> {
  const [{ planTraining, mayStart }, { runsFolder }] = await Promise.all([import('../../runner/preflight.js'), import('../../runner/runs.js')]);
  const training = await planTraining(root, { speed });
  const { plan, problem } = training;
  const { trainer, values, family } = plan;
  const facts = settings ? [settingsFact(settings, training)] : [];
  if (trainer.recording !== null) facts.unshift(...(await recordingFact(trainer.recording)));
  // The folder is made at the start; its place is known before.
  const command = problem === null ? await trainer.command({ workspace: root, folder: `${runsFolder(root)}/ID`, values, family }) : null;
  if (command) facts.push(`Checkpoints go to ${path.relative(root, command.output).startsWith('..') ? command.output : path.relative(root, command.output) || '.'}.`);
  return {
    training,
    verdict: problem === null ? mayStart(training.findings, false) : 'blocked',
    facts,
    command: command ? commandLine(command.argv, command.env) : '',
  };
}

function settingsFact(settings: NonNullable<Session['settings']>, { plan }: TrainingPlan): string {
  const concepts = plan.dataset.concepts.map(({ folder, repeats, pictures }) => ({ folder, text: folder, repeats, images: pictures.length }));
  const { totalSteps, epochs, images, stepsPerEpoch, stepsAreExact } = trainingFacts(settings, concepts);
  if (totalSteps === null) return 'The settings: there are no images to train on.';
  const about = stepsAreExact ? '' : 'about ';
  return `The settings: ${about}${counted(totalSteps, 'step')} in ${epochs === null ? 'no known number of epochs' : counted(epochs, 'epoch')}; ${counted(images, 'image')}, ${about}${counted(stepsPerEpoch, 'step')} an epoch.`;
}

/** What the recording holds, which is not what the settings say. */
async function recordingFact(name: string): Promise<string[]> {
  const [{ readRecording }, { recordingsFolder }] = await Promise.all([
    import('../../runner/trainers/recording.js'),
    import('../../runner/trainers/recorded.js'),
  ]);
  try {
    const { planned, happenings, saves } = readRecording(path.join(recordingsFolder(), name));
    const steps = planned['max_train_steps'];
    const epochs = planned['num_epochs'];
    const parts = [
      typeof steps === 'number' ? counted(steps, 'step') : '',
      typeof epochs === 'number' ? counted(epochs, 'epoch') : '',
      counted(saves.length, 'save'),
      duration(happenings.at(-1)?.at ?? 0),
    ];
    return [`The recording: ${parts.filter(Boolean).join(', ')}, whatever the settings say.`];
  } catch {
    // That it cannot be read is said by the trainer's own check.
    return [];
  }
}
