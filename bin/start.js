// `npm start`: the sample workspace; `npm start -- WORKSPACE` and every other argument go to the program as they are.
if (process.argv.length === 2) process.argv.push('demo');
// The folder that npm was called in, not the project's, is what relative paths mean.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('./loradeck.js');
