/** The hyperlinks (OSC 8) that a frame uses, numbered so that a cell holds its link in a few bits. 0 is no link. */
export class Links {
  private readonly numbers = new Map<string, number>();
  private readonly opening: string[] = [''];

  /** The number of a link by its whole opening sequence's body, e.g. `;https://example.org`. */
  number(body: string): number {
    if (body === '' || body === ';') return 0;
    let number = this.numbers.get(body);
    if (number === undefined) {
      // The bits end somewhere; a program that shows more links at once than this shows the rest as plain text.
      if (this.opening.length >= 1 << 20) return 0;
      number = this.opening.length;
      this.opening.push(body);
      this.numbers.set(body, number);
    }
    return number;
  }

  /** The sequence that makes the following text this link, or ends the link for 0. */
  sequence(number: number): string {
    return `\u001b]8;${number === 0 ? ';' : (this.opening[number] ?? ';')}\u001b\\`;
  }
}
