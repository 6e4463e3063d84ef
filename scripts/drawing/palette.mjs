/** The colours of what is drawn, and what light does to them. */

const parse = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour between two, `amount` 0 to 1. */
export const mix = (from, to, amount) => {
  const [a, b] = [parse(from), parse(to)];
  return `#${a
    .map((v, i) =>
      Math.round(v + (b[i] - v) * amount)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};

export const lighter = (colour, amount = 0.3) => mix(colour, '#fff6e0', amount);
export const darker = (colour, amount = 0.3) => mix(colour, '#3a1438', amount);

const pipnix = {
  fur: '#f2893b',
  cream: '#fff1dc',
  sock: '#5d3338',
  white: '#fdfbf7',
  innerEar: '#ffb9a6',
  innerWhite: '#ffd3cd',
  nose: '#43212b',
  eye: '#2b1b2e',
  iris: '#17a398',
  blush: '#ff7f73',
  mouth: '#8d2f3c',
  tongue: '#ff8c86',
  scarf: '#12a594',
  stripe: '#d9fff2',
  strap: '#8a5a3a',
  bag: '#b5763f',
  buckle: '#ffd34d',
  letter: '#fff7e6',
  seal: '#e5484d',
  coat: '#ffd23e',
  boot: '#2f6fd0',
  apron: '#fdf6ee',
  trim: '#e85d75',
  page: '#fffaf0',
  cover: '#c0392b',
  ink: '#3b1f2b',
};

const kettlop = {
  enamel: '#2f74d8',
  enamelRim: '#1d4fa6',
  brass: '#f0b93a',
  wood: '#9a5b33',
  glow: '#ffd76a',
  pane: '#fff3b8',
  inkKettle: '#1c2140',
};

/** Tints of the light that falls on a figure: colour and strength. */
const lights = {
  day: ['#ffffff', 0],
  night: ['#3c3f9c', 0.2],
  rain: ['#7d93b5', 0.14],
  lamp: ['#ffb060', 0.1],
};

const paper = {
  ...Object.fromEntries([...Object.keys(pipnix), ...Object.keys(kettlop)].map((key) => [key, '#fbfaf6'])),
  ink: '#55505c',
  eye: '#55505c',
  nose: '#55505c',
};

/**
 * The figure's colours under a light.
 * @param {'day'|'night'|'rain'|'lamp'|'paper'} light `paper`: not coloured yet, lines only
 */
export const colours = (light = 'day') => {
  if (light === 'paper') return paper;
  const [tint, amount] = lights[light];
  return Object.fromEntries(
    Object.entries({ ...pipnix, ...kettlop }).map(([key, colour]) => [key, mix(colour, tint, amount)]),
  );
};
