/** A list that cannot be read; its message is one sentence that names the file. */
export class ListError extends Error {
  override readonly name = 'ListError';
}
