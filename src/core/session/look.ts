/** What a person can choose of the colours; `auto` goes by the terminal's background. */
export const themeChoices = ['auto', 'dark', 'light', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Reads the name of a theme; null when it is none of them. */
export function parseTheme(value: string): ThemeChoice | null {
  return themeChoices.find((choice) => choice === value) ?? null;
}
