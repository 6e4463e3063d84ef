// What sessions of the benches are made of, in one module so that it is bundled.
export { KittyPictures } from '../journeys/harness/kitty-pictures.js';
export { keyBytes } from '../journeys/harness/keys.js';
export { keyToPaint, untilShown } from '../journeys/harness/paint-times.js';
export { openProgram } from '../journeys/harness/terminal.js';
