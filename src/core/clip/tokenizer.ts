import { merges } from './merges.js';

/** The token that CLIP begins a text with, and the one that it ends it with. */
const marks = ['<|startoftext|>', '<|endoftext|>'];

/** What CLIP cuts a text into before it looks for tokens: it never cuts across a space, so words can be looked up one by one. */
const cuts = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

/** What we use of the library, whose own types TypeScript cannot follow. */
interface Library {
  Tokenizer: new (tokenizer: object, config: object) => { tokenize(text: string, options: { add_special_tokens: boolean }): string[] };
}

/** Builds CLIP's tokenizer. Gives what cuts a text, mended already, into tokens. */
export async function openTokenizer(): Promise<(text: string) => string[]> {
  const { Tokenizer } = (await import('@huggingface/tokenizers')) as unknown as Library;
  const tokenizer = new Tokenizer(clipTokenizer(), {});
  return (text) => tokenizer.tokenize(text, { add_special_tokens: false });
}

/**
 * CLIP's tokenizer as the library reads one, made from the list of its merges: the 256 bytes by themselves, the same at the
 * end of a word, then what each merge makes.
 */
function clipTokenizer(): object {
  const bytes = byteLetters();
  const list = merges.split('\n');
  const tokens = [...bytes, ...bytes.map((letter) => `${letter}</w>`), ...list.map((pair) => pair.replace(' ', '')), ...marks];
  return {
    version: '1.0',
    added_tokens: marks.map((content, at) => ({ id: tokens.length - marks.length + at, content, special: true, normalized: true, lstrip: false, rstrip: false, single_word: false })),
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: cuts }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      unk_token: marks[1],
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: list,
    },
  };
}

/** A letter for each byte, in the order of the vocabulary: bytes that can be seen stand for themselves, the others for letters from U+0100 on. */
function byteLetters(): string[] {
  const seen = (byte: number) => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  return [...all.filter(seen), ...all.filter((byte) => !seen(byte)).map((_, at) => 256 + at)].map((code) => String.fromCharCode(code));
}
