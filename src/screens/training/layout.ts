interface Area {
  width: number;
  height: number;
}

export interface TrainingLayout {
  list: Area;
  /** Progress and curve of the run. */
  run: Area;
  saves: Area;
  log: Area;
  /** The log in the place of run, saves and log. */
  wholeLog: Area;
  /** True when the list lies over the run, as there is no room beside it. */
  stacked: boolean;
  /** Rows that a run takes in the list. */
  rowsPerRun: number;
  /** Runs that the list shows at once. */
  runs: number;
}

/** Where everything of the Training screen lies, in a body of these cells. */
export function trainingLayout(columns: number, rows: number): TrainingLayout {
  const stacked = columns < 110;
  const list = stacked
    ? { width: columns, height: rows < 18 ? 3 : Math.max(4, Math.floor(rows * 0.2)) }
    : { width: Math.max(36, Math.min(48, Math.floor(columns * 0.26))), height: rows };
  const width = stacked ? columns : columns - list.width;
  const height = stacked ? rows - list.height : rows;
  const lower = Math.max(3, Math.floor(height * (height < 24 ? 0.32 : 0.42)));
  // Names of saves end in what tells them apart and have little to spare; the log can be made whole by a key.
  const savesWidth = Math.min(Math.max(44, Math.min(76, Math.floor(width * 0.45))), Math.max(30, width - 24));
  const rowsPerRun = stacked ? 1 : 2;
  return {
    list,
    run: { width, height: height - lower },
    saves: { width: savesWidth, height: lower },
    log: { width: width - savesWidth, height: lower },
    wholeLog: { width, height },
    stacked,
    rowsPerRun,
    runs: Math.max(1, Math.floor((list.height - 2) / rowsPerRun)),
  };
}
