import { trainingFacts } from '../../core/settings/facts.js';
import type { SettingsFile } from '../../core/settings/file.js';
import { number } from '../../core/words.js';

/** One thing that follows from the settings. */
export interface FactLine {
  label: string;
  /** A number, right-aligned. */
  value: string;
  note: string;
}

/** Concepts that are listed before the rest is summed up. */
const mostConcepts = 8;

/** What a training with these settings comes to. */
export function factLines(file: SettingsFile): FactLine[] {
  const facts = trainingFacts(file);
  const { concepts, stepsPerEpoch, stepsAreExact, epochs, totalSteps, passesPerImage, saves, alphaFactor, convAlphaFactor } = facts;
  const lines: FactLine[] = concepts.slice(0, mostConcepts).map(({ folder, images, repeats, passes }) => ({
    label: folder,
    value: number(images),
    note: images === 0 ? 'no images' : passes === null || concepts.length < 2 ? `× ${repeats} repeats` : `× ${repeats} · ${number(passes)} passes`,
  }));
  const more = concepts.length - mostConcepts;
  if (more > 0) lines.push({ label: `${more} more concepts`, value: '', note: '' });
  if (concepts.length === 0) lines.push({ label: 'images', value: '0', note: 'no concept yet: Dataset makes one' });
  const none = stepsPerEpoch === 0;
  lines.push(
    { label: 'steps/epoch', value: none ? '–' : number(stepsPerEpoch), note: stepsAreExact || none ? '' : 'or a few more, by the buckets' },
    { label: 'epochs', value: epochs === null ? '–' : number(epochs), note: totalSteps === null ? '' : `→ ${number(totalSteps)} steps` },
    { label: 'passes/image', value: passesPerImage === null ? '–' : number(passesPerImage), note: concepts.length > 1 ? 'largest concept' : '' },
    { label: 'saves', value: saves === null ? '–' : number(saves), note: '' },
  );
  if (alphaFactor !== null) lines.push({ label: 'alpha factor', value: factor(alphaFactor), note: 'alpha ÷ rank' });
  if (convAlphaFactor !== null) lines.push({ label: 'conv factor', value: factor(convAlphaFactor), note: 'for convolutions' });
  return lines;
}

/** The same in one line, for a narrow screen. */
export function factSentence(file: SettingsFile): string {
  const { images, stepsPerEpoch, epochs, totalSteps, passesPerImage, saves, alphaFactor } = trainingFacts(file);
  if (images === 0) return 'no images in a concept yet';
  return [
    `${number(images)} images`,
    `${number(stepsPerEpoch)} steps/epoch`,
    epochs === null ? '' : `× ${number(epochs)}${totalSteps === null ? '' : ` = ${number(totalSteps)}`}`,
    passesPerImage === null ? '' : `${number(passesPerImage)} passes`,
    saves === null ? '' : `${number(saves)} ${saves === 1 ? 'save' : 'saves'}`,
    alphaFactor === null ? '' : `α/r ${factor(alphaFactor)}`,
  ]
    .filter(Boolean)
    .join(' · ')
    .replace(' · ×', ' ×');
}


function factor(value: number): string {
  return String(Number(value.toPrecision(3)));
}
