/** The filters that can be used as `@name`: name → query. */
export type SavedFilters = Readonly<Record<string, string>>;

/** The name under which a filter is saved, case apart; null when there is none. */
export function savedName(saved: SavedFilters, name: string): string | null {
  return Object.keys(saved).find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Can a filter be used as `@name` under this name? */
export function isFilterName(name: string): boolean {
  return /^\p{L}[\p{L}0-9_-]*$/u.test(name);
}
