/** Long work that a person can watch and cancel. */
export interface Job<T> {
  id: string;
  /** One line, e.g. `looking at 31 images`. */
  what: string;
  done: number;
  /** 0 while not known. */
  total: number;
  cancel(): void;
  /** Rejects with `JobCancelled` after cancel(). */
  result: Promise<T>;
  /** Called at every progress; gives a function that stops listening. */
  onProgress(listener: () => void): () => void;
}
