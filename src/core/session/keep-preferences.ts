import type { Preferences, PreferencesStore } from './preferences.js';

/** Several keys in a row make one write; so long it waits, in milliseconds. */
const quietMs = 400;

/** Keeps preferences between sessions. */
export interface PreferencesKeeper {
  /** Takes over what was chosen in earlier sessions; from then on every change is written a moment later. */
  load(): Promise<void>;
  /** Writes what is not yet written. */
  close(): Promise<void>;
}

/** Ties preferences to their file. A home that cannot be written to is no error: they last as long as the session then. */
export function keepPreferences(store: PreferencesStore): PreferencesKeeper {
  let changed: Partial<Preferences> = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let loading = false;

  const unsubscribe = store.subscribe((now, before) => {
    if (loading) return;
    const fresh = Object.entries(now).filter(([key, value]) => value !== before[key as keyof Preferences]);
    if (fresh.length === 0) return;
    changed = { ...changed, ...Object.fromEntries(fresh) };
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void write(), quietMs);
    timer.unref();
  });

  function write(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const values = changed;
    changed = {};
    if (Object.keys(values).length === 0) return writing;
    writing = writing.then(async () => {
      const { writePreferences } = await import('./preferences-file.js');
      await writePreferences(values).catch(() => {});
    });
    return writing;
  }

  return {
    load: async () => {
      const { readPreferences } = await import('./preferences-file.js');
      const kept = await readPreferences();
      loading = true;
      // A key that was pressed while the file was read counts more than the file.
      store.setState({ ...kept, ...changed });
      loading = false;
    },
    close: () => {
      unsubscribe();
      return write();
    },
  };
}
