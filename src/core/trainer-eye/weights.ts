/**
 * The pieces of text that the trainer tokenizes, each by itself, where `weighted_captions` is on: brackets weigh and are no
 * text, `(tag:1.2)` ends with its weight, and a backslash before a bracket makes it text. A bracket that closes nothing is text.
 */
export function weighedPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let [round, square] = [0, 0];
  const end = () => {
    if (piece !== '') pieces.push(piece);
    piece = '';
  };
  for (const [token] of text.matchAll(/\\[()[\]\\]|[([]|:\s*[+-]?[.\d]+\s*\)|[\])]|[^\\()[\]:]+|[\\:]/g)) {
    if (token === '(' || token === '[') {
      end();
      if (token === '(') round++;
      else square++;
    } else if (token.endsWith(')') && token[0] !== '\\' && round > 0) {
      end();
      round--;
    } else if (token === ']' && square > 0) {
      end();
      square--;
    } else {
      piece += token.length === 2 && token[0] === '\\' ? token[1] : token;
    }
  }
  end();
  return pieces;
}
