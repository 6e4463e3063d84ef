// Chalk reads the environment when it is first imported, so this comes before any import of Ink.
process.env['FORCE_COLOR'] = '3';
process.env['COLORTERM'] = 'truecolor';
delete process.env['CI'];
