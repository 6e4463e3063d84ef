// What the slow-line bench is made of, in one module so that it is bundled.
export { hold, keyToPaint, untilQuiet, untilShown } from '../journeys/harness/paint-times.js';
export { openSlowLine, slowLine } from '../journeys/harness/slow-line.js';
export { noSsh, startSshServer } from '../journeys/harness/ssh-server.js';
export { openProgram } from '../journeys/harness/terminal.js';
