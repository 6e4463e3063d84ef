import type { Upload } from './image.js';

/** Pictures kept in the terminal take no more than this, in bytes as they were sent. */
const most = 64 * 1024 * 1024;

/**
 * Which pictures the terminal holds (kitty graphics): sends those that a hole wants, piece by piece between other output,
 * and frees those that nobody has shown for longest.
 */
export class Uploads {
  /** Grows whenever a picture is there that was not before. */
  version = 0;

  /** The pictures that are there, in the order of their last use. */
  private readonly there = new Map<number, Upload>();
  private bytes = 0;
  private sending: { upload: Upload; next: number } | null = null;
  private readonly frees: string[] = [];

  /** @param wanted the uploads of all holes that there are, whether they can be seen or not */
  constructor(private readonly wanted: () => Iterable<Upload>) {}

  /** Can the picture's cells be shown? */
  ready(upload: Upload): boolean {
    return this.there.get(upload.id) === upload;
  }

  /** The next sequence to send; null when there is nothing to do. A picture that was begun is sent to its end. */
  next(): string | null {
    const free = this.frees.shift();
    // Between the pieces of a picture no other picture may be spoken of.
    if (free !== undefined && !this.sending) return free;
    if (free !== undefined) this.frees.unshift(free);
    this.sending ??= this.begin();
    if (!this.sending) return null;
    const { upload } = this.sending;
    const chunk = upload.chunks[this.sending.next++] ?? '';
    if (this.sending.next >= upload.chunks.length) {
      this.sending = null;
      this.add(upload);
    }
    return chunk;
  }

  /** The terminal lost them (its screen was left), or should: gives what frees those that may still be there. */
  forget(): string {
    // What waits to be written may never be: the terminal may be in the middle of any of them, and would take nothing else then.
    const end = this.sending?.upload.end ?? [...this.there.values()].at(-1)?.end ?? '';
    const text = [end, ...this.frees, ...[...this.there.values()].map(({ free }) => free), this.sending?.upload.free ?? ''].join('');
    this.there.clear();
    this.frees.length = 0;
    this.bytes = 0;
    this.sending = null;
    this.version++;
    return text;
  }

  private begin(): { upload: Upload; next: number } | null {
    const seen = new Set<number>();
    for (const upload of this.wanted()) {
      // Numbers come again after many pictures: two that share one would take each other's place for ever.
      if (seen.has(upload.id)) continue;
      seen.add(upload.id);
      if (!this.ready(upload)) return { upload, next: 0 };
      this.there.delete(upload.id);
      this.there.set(upload.id, upload);
    }
    return null;
  }

  private add(upload: Upload): void {
    const before = this.there.get(upload.id);
    if (before) this.bytes -= size(before);
    this.there.delete(upload.id);
    this.there.set(upload.id, upload);
    this.bytes += size(upload);
    this.version++;
    const inUse = new Set(this.wanted());
    for (const [id, oldest] of this.there) {
      if (this.bytes <= most) break;
      if (inUse.has(oldest)) continue;
      this.there.delete(id);
      this.bytes -= size(oldest);
      this.frees.push(oldest.free);
    }
  }
}

function size({ chunks }: Upload): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}
