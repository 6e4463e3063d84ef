/** How an e621 name relates to a Danbooru one. */
export type PairRelation =
  /** They mean the same. */
  | '='
  /** Near: a person should look. */
  | '~'
  /** e621's is narrower, or wider. */
  | '>'
  | '<'
  /** Danbooru counts or tells apart what e621 does not: the picture decides. */
  | '+'
  /** Spelt alike and not the same thing. */
  | '!';

/** An e621 name and its Danbooru counterpart. */
export interface Pair {
  e6: string;
  booru: string;
  relation: PairRelation;
}
