/** A list that could not be fetched; its message is one sentence. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

/** The line broke, or the site gave what cannot be used: it may go well the next time. Its message is one sentence. */
export class LineBroke extends Error {
  override readonly name = 'LineBroke';
  /** @param progress - more is there than ever before, so that trying again is no running in circles */
  constructor(
    message: string,
    readonly progress = false,
  ) {
    super(message);
  }
}
