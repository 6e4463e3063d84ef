const sequence = /\u001b_G([^;\u001b]*)(?:;[^\u001b]*)?\u001b\\/g;

/**
 * The pictures that a terminal holds after what was written to it (kitty graphics), by their numbers, and what was wrong
 * with how they were sent. Made-up uploads say their number and place in every piece: `i=7,n=0,of=3`;
 * one without a number ends what was begun.
 */
export class HeldUploads {
  readonly mistakes: string[] = [];
  private readonly held = new Set<number>();
  private sending: { id: number; next: number } | null = null;

  has(id: number): boolean {
    return this.held.has(id);
  }

  take(text: string): void {
    for (const match of text.matchAll(sequence)) {
      const keys = new Map((match[1] ?? '').split(',').map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']));
      const id = Number(keys.get('i'));
      if (!keys.has('i')) this.sending = null;
      else if (keys.get('a') === 'd') this.free(id);
      else this.piece(id, Number(keys.get('n')), Number(keys.get('of')));
    }
  }

  private free(id: number): void {
    if (this.sending) this.mistakes.push(`${id} is freed within ${this.sending.id}`);
    this.held.delete(id);
  }

  private piece(id: number, number: number, count: number): void {
    if (this.sending ? this.sending.id !== id || this.sending.next !== number : number !== 0) {
      this.mistakes.push(`piece ${number} of ${id} after ${this.sending ? `${this.sending.next - 1} of ${this.sending.id}` : 'none'}`);
    }
    this.sending = number + 1 < count ? { id, next: number + 1 } : null;
    if (number === 0) this.held.delete(id);
    if (number + 1 === count) this.held.add(id);
  }
}
