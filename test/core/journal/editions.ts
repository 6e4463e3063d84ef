/** The nth content of a caption: of a length of its own, so that a torn or mixed file is told from a whole one. */
export function editionOf(name: string, edition: number): string {
  return `${name}, edition ${edition}, ${'long hair, '.repeat((edition % 7) + 20)}end of ${edition}\n`;
}
