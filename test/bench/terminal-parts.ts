// What the terminal bench is made of, in one module so that all of it is bundled around one Ink and one React.
export { render } from 'ink';
export { createElement } from 'react';
export { blocks } from '../../src/terminal/images/blocks.js';
export { createImageLayer } from '../../src/terminal/images/layer.js';
export { createInput } from '../../src/terminal/input/input.js';
export { createScreen } from '../../src/terminal/screen/screen.js';
export { FakeKeyboard } from '../terminal/support/fake-keyboard.js';
export { madeUpPixels } from '../terminal/support/picture.js';
export { Sample } from '../terminal/support/sample-app.js';
