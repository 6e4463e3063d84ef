import { qualities } from '../../terminal/images/driver.js';
import { drivers, imageChoices } from '../../terminal/images/drivers.js';
import type { Deck } from '../deck/deck.js';
import { choose, type Choice } from './choose.js';
import { speed } from './text.js';

const spending = {
  auto: 'as much as the line carries',
  full: 'all that the terminal can show',
  light: 'fewer colours and pixels, for a slow line',
  least: 'as little as is of use, for a very slow line',
} as const;

/** Asks how pictures are shown and how much is spent on them; what is chosen holds at once and is kept. */
export function choosePictures(deck: Deck): void {
  const { images, quality, driver, spent, rate } = deck.showing.getState();
  const mark = (chosen: boolean) => (chosen ? '✓' : ' ');
  const ways = imageChoices.map((name): Choice => ({
    label: `${mark(name === images)} ${name}${name === 'auto' ? ` (now ${driver})` : ''}`,
    about: name === 'auto' ? 'What suits this terminal; loradeck doctor --terminal shows why.' : drivers[name].about,
    run: () => {
      deck.showing.setState({ images: name });
      deck.preferences.setState({ images: name });
      deck.say(`Pictures: ${deck.showing.getState().driver}.`, 'good');
    },
  }));
  const levels = (['auto', ...qualities] as const).map((name): Choice => ({
    label: `${mark(name === quality)} ${name} quality${name === 'auto' ? ` (now ${spent})` : ''}`,
    about: spending[name],
    run: () => {
      deck.showing.setState({ quality: name });
      deck.preferences.setState({ quality: name });
      deck.say(`Pictures: ${deck.showing.getState().spent} quality.`, 'good');
    },
  }));
  choose(deck, 'how pictures are shown', [...ways, ...levels], [`The line to this terminal: ${rate === null ? 'not measured yet' : speed(rate)}.`]);
}
