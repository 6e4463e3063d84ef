/** Everything about settings that screens, commands and the runner use. */
export * from './checks.js';
export * from './config.js';
export * from './edit.js';
export * from './facts.js';
export * from './file.js';
export * from './input.js';
export type * from './model.js';
export { nearestArgument } from './names.js';
export * from './network.js';
export * from './ours.js';
export * from './recipes.js';
export * from './resolve.js';
export * from './surroundings.js';
