import type { Deck } from '../deck/deck.js';
import { keysLabel, type Binding } from '../parts/bindings.js';
import { ask, type Suggestion } from '../parts/prompt.js';

/** Actions whose words begin with, or hold, what was typed; the best first. */
export function paletteMatches(bindings: readonly Binding[], typed: string): Binding[] {
  const words = typed.toLowerCase().split(' ').filter(Boolean);
  const rank = (binding: Binding): number => {
    const text = `${binding.action.split('.')[0]} ${binding.label}`.toLowerCase();
    const parts = text.split(/\W+/);
    let sum = 0;
    for (const word of words) {
      if (parts.some((part) => part.startsWith(word))) sum += 2;
      else if (text.includes(word)) sum += 1;
      else return 0;
    }
    return sum || 1;
  };
  return bindings
    .map((binding) => ({ binding, score: rank(binding) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ binding }) => binding);
}

/** Opens the palette: type a word or two, enter runs the action. Those of this screen come first. */
export function palette(deck: Deck, bindings: readonly Binding[], run: (action: string) => void): void {
  const line = (binding: Binding): string => `${binding.action.split('.')[0]}: ${binding.label}`;
  const suggest = (typed: string): Suggestion[] =>
    paletteMatches(bindings, typed).map((binding) => ({ text: line(binding), note: keysLabel(binding) }));
  ask(deck, {
    title: 'actions',
    hint: 'type what you want to do',
    suggest,
    submit: (text) => {
      const found = bindings.find((binding) => line(binding) === text) ?? paletteMatches(bindings, text)[0];
      if (!found) {
        deck.say(`No action is called “${text}”.`, 'warn');
        return;
      }
      run(found.action);
    },
  });
}
