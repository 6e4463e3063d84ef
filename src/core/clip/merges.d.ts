/** What CLIP joins, in order, a pair a line: its whole vocabulary follows from it. Made by `build.mjs` from the package that ships it. */
export const merges: string;
