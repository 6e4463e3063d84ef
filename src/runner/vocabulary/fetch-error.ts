/** A list that could not be fetched; its message is one sentence. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}
