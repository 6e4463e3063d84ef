import { formatValue, setSetting, unsetSetting } from '../../core/settings/edit.js';
import { parseValue } from '../../core/settings/input.js';
import type { Setting, SettingValue } from '../../core/settings/model.js';
import { resolveSettings } from '../../core/settings/resolve.js';
import type { Deck } from '../deck/deck.js';
import { ask, type Suggestion } from '../parts/prompt.js';
import { edit, newest } from './newest.js';

/** Asks for a setting's value, and sets it. */
export function editValue(deck: Deck, setting: Setting): void {
  const file = newest(deck);
  if (!file) return;
  if (file.broken !== null) return deck.say(file.broken, 'error');
  const now = resolveSettings(file)[setting.key]?.value ?? setting.default;
  // What is long is changed in place; what is short is typed anew.
  const inPlace = ['text', 'path', 'arguments', 'numbers'].includes(setting.kind);
  ask(deck, {
    title: `${setting.label}${inPlace || now === null ? '' : ` is ${formatValue(now)}`}`,
    value: inPlace && now !== null ? editable(now) : '',
    hint: hintOf(setting),
    suggest: (text) => valueSuggestions(setting, now, text),
    about: (text) => aboutValue(setting, text),
    submit: (text) => {
      const typed = completed(setting, text);
      if (typed === '') {
        if (inPlace && setting.kind !== 'arguments') void edit(deck, (newer) => unsetSetting(newer, setting.key));
        return;
      }
      const parsed = parseValue(setting, typed);
      if (!parsed.ok) return false;
      void edit(deck, (newer) => setSetting(newer, setting.key, parsed.value));
    },
  });
}

/** A value as it is typed; unlike `formatValue` nothing of a text is left out. */
function editable(value: SettingValue): string {
  return typeof value === 'string' ? value : formatValue(value);
}

function hintOf({ kind, key }: Setting): string {
  if (kind === 'arguments') return 'name=value name=value';
  if (kind === 'path') return 'a path, relative to the workspace or absolute';
  if (kind === 'toggle') return 'on or off';
  if (key === 'resolution') return 'width,height';
  return kind === 'integer' ? 'a whole number' : kind === 'number' ? 'a number, as in 0.5 or 1e-4' : '';
}

/** The values to choose from that go with what was typed. */
export function valueSuggestions(setting: Setting, now: SettingValue | null, text: string): Suggestion[] {
  const wanted = text.trim().toLowerCase();
  const options = optionsOf(setting);
  const fitting = options.filter((option) => option.toLowerCase().includes(wanted));
  return fitting.map((option) => {
    const notes = [option === formatValue(now) ? 'now' : '', option === formatValue(setting.default) ? 'trainer' : ''];
    return { text: option, note: notes.filter(Boolean).join(' · ') };
  });
}

function optionsOf({ kind, choices, steps }: Setting): string[] {
  if (kind === 'toggle') return ['on', 'off'];
  return (choices ?? steps ?? []).map(String);
}

/** A choice of which only the beginning was typed, when there is but one such; otherwise the text. */
export function completed(setting: Setting, text: string): string {
  const typed = text.trim();
  if (typed === '' || !setting.choices) return typed;
  const lower = typed.toLowerCase();
  if (setting.choices.some((choice) => choice.toLowerCase() === lower)) return typed;
  const begun = setting.choices.filter((choice) => choice.toLowerCase().startsWith(lower));
  return begun.length === 1 && begun[0] !== undefined ? begun[0] : typed;
}

function aboutValue(setting: Setting, text: string): { text: string; tone: 'error' | 'info' } {
  const typed = completed(setting, text);
  if (typed === '') return { text: setting.help, tone: 'info' };
  const parsed = parseValue(setting, typed);
  if (!parsed.ok) return { text: parsed.message, tone: 'error' };
  const shown = formatValue(parsed.value);
  return { text: shown === text.trim() ? setting.help : `becomes ${shown}`, tone: 'info' };
}
