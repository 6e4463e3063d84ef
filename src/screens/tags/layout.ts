interface Area {
  width: number;
  height: number;
}

export interface TagsLayout {
  picture: Area;
  tags: Area;
  set: Area;
  /** True when there is no room for three columns: the set lies under the tags. */
  narrow: boolean;
}

/** Where everything of the Tags screen lies, in a body of these cells. The last row is the line to type tags in. */
export function tagsLayout(columns: number, rows: number): TagsLayout {
  const height = Math.max(3, rows - 1);
  const narrow = columns < 100;
  const side = narrow ? Math.max(30, Math.floor(columns * 0.42)) : Math.max(30, Math.min(48, Math.floor(columns * 0.25)));
  const picture = { width: columns - side * (narrow ? 1 : 2), height };
  if (!narrow) return { picture, tags: { width: side, height }, set: { width: side, height }, narrow };
  const tagsHeight = Math.ceil(height * 0.62);
  return { picture, tags: { width: side, height: tagsHeight }, set: { width: side, height: height - tagsHeight }, narrow };
}
