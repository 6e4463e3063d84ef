// The addon reads its table from the whole memory behind a small buffer, which is right only for a buffer that shares its
// memory with no other (“Data error” at import otherwise, now and then): so no buffer may come from the pool meanwhile.
const poolSize = Buffer.poolSize;
Buffer.poolSize = 0;
const { default: addon } = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** Makes the emulator join code points to graphemes and measure those, as present terminals do. */
export const { UnicodeGraphemesAddon } = addon;
