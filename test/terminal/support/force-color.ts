// Chalk reads the environment when it is first imported, so this comes before any import of Ink.
process.env['FORCE_COLOR'] = '3';
process.env['COLORTERM'] = 'truecolor';
delete process.env['CI'];

// React measures every render for a browser's profiler, which takes a quarter of the time of a render here.
Object.assign(console, { timeStamp: undefined });
