/** A list that cannot be read; its message is one sentence that names the file, or goes after its name. */
export class ListError extends Error {
  override readonly name = 'ListError';
}
