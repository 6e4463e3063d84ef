/** Settings are sd-scripts arguments by their own names; this is what the program knows of each. */

export type SettingValue = string | number | boolean | readonly string[] | readonly number[];

export type Section = 'model' | 'folders' | 'basic' | 'network' | 'advanced' | 'saving' | 'run';

/** `numbers`: a list of numbers, as `text_encoder_lr` is one. */
export type Kind = 'text' | 'path' | 'integer' | 'number' | 'numbers' | 'choice' | 'toggle' | 'arguments';

/** One row of the argument table. */
export interface Setting {
  /** The argument's own name, as it stands in the file; of a virtual setting: the name we gave it. */
  key: string;
  section: Section;
  /** As people know it, e.g. `rank (dim)`. */
  label: string;
  kind: Kind;
  choices?: readonly string[];
  /** The choices are suggestions: anything else can be typed. */
  open?: boolean;
  /** Sensible values for ←/→, ascending. */
  steps?: readonly number[];
  /** The trainer's own default, null when it has none. */
  default: SettingValue | null;
  /** One line in our own words. */
  help: string;
  /** Rules of the guide that speak of it, e.g. `['S18', 'Q06']`. */
  rules: readonly string[];
  /** No argument of its own: it is read from and written into `network_module` and `network_args`. */
  virtual?: boolean;
}

/** Where a value came from. `trainer`: nobody set it, the trainer's default counts. */
export type Origin = 'you' | 'guide' | 'recipe' | 'trainer';

export interface Resolved {
  value: SettingValue | null;
  from: Origin;
  default: SettingValue | null;
}

/** The `[loradeck]` table of `loradeck.toml`: what is ours and not the trainer's. */
export interface Ours {
  goals: Record<string, Goal>;
  /** Saved filters: name → query, used as `@name`. */
  filters: Record<string, string>;
  style: PromptStyle;
  family: Family | null;
  host: string | null;
  engine: string | null;
  trainer: string | null;
  recipe: string | null;
  /** Whose names are completed and checked; by the style when null. */
  vocabulary: VocabularyChoice | null;
  /** Tags that are meant as they stand: the checks of names (T08, T10, T11, T13) leave them alone, and so do the verbs that follow from them. */
  keep_tags: string[];
}

/** What a concept is to become (W07). */
export type Goal = 'character' | 'object' | 'clothing' | 'concept' | 'style';
/** How the model is prompted: sentences, or the tags of one of the two vocabularies (T02). */
export type PromptStyle = 'natural' | 'booru' | 'e6';
/** The site whose names count in a workspace, or no vocabulary at all. */
export type VocabularyChoice = 'booru' | 'e6' | 'none';
/** What kind of model is trained on (S03). */
export type Family = 'sd15' | 'sd2' | 'sdxl';
