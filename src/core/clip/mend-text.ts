/**
 * What the trainer's tokenizer makes of a text before it cuts it into tokens. It mends what it takes for damage (ftfy, with
 * its usual settings): HTML entities, ligatures, characters of full width, curled quotes, control characters and the byte
 * order mark, then composes accents, makes every run of space one space and lowers the case. Only the guessing of a wrong
 * encoding (`Ã©` for `é`) is left out.
 */
export function mendText(text: string): string {
  const mended = isPlain.test(text) ? text : lines(text).map(mendLine).join('');
  return (/\s\s|[^\S ]/.test(mended) ? mended.replace(/\s+/g, ' ') : mended).trim().toLowerCase();
}

/** The lines of a text with their ends. A bare `<` in one of them keeps the entities of it and of all that follow as they are. */
function lines(text: string): { line: string; entities: boolean }[] {
  let entities = true;
  return text.split(/(?<=\n)/).map((line) => {
    if (line.includes('<')) entities = false;
    return { line, entities };
  });
}

function mendLine({ line, entities }: { line: string; entities: boolean }): string {
  let text = line;
  // What is mended may be damage again, as `&amp;amp;` is.
  for (let round = 0; round < 10; round++) {
    const before = text;
    if (entities) text = unescape(text);
    text = text
      .replace(/[\x80-\x9f]/g, fromWindows)
      .replace(/[ĲĳŉǄ-ǌǱ-ǳﬀ-ﬆ]/g, (letters) => letters.normalize('NFKC'))
      .replace(/[\u3000\uff01-\uffef]/g, (wide) => wide.normalize('NFKC'))
      .replace(/[\u02bc\u2018-\u201b]/g, "'")
      .replace(/[\u201c-\u201f]/g, '"')
      .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replace(/\x1b\[(?:\d|;)*[a-zA-Z]/g, '')
      .replace(/[\0-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]/g, '')
      .normalize('NFC');
    if (text === before) break;
  }
  return text;
}

/** Nothing to mend: most captions. */
const isPlain = /^[\t\n\x20-\x25\x27-\x7e]*$/;

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', mdash: '—', ndash: '–', eacute: 'é', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß' };

function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Characters that Unicode keeps for controls are letters of Windows-1252 that came here by mistake. */
function fromWindows(character: string): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(character.charCodeAt(0)));
}
