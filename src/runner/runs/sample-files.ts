import type { FileInfo } from '../hosts/host.js';
import type { Run } from './run.js';

/** Finds the sample pictures of a run: the trainer's output does not name them, its folder `sample` holds them. */
export class SampleFiles {
  private found: string[] = [];
  private lookedMs = -1;
  constructor(private readonly run: Run) {}

  /** Paths relative to the run's output folder, oldest first; pictures from before the run are somebody else's. */
  async look(): Promise<string[]> {
    const { host, file } = this.run;
    const folder = `${file.output}/sample`;
    const changedMs = (await host.info(folder).catch(() => null))?.mtimeMs ?? -1;
    if (changedMs === this.lookedMs) return this.found;
    const created = Date.parse(file.created);
    const samples = (await host.list(folder).catch((): FileInfo[] => [])).filter(
      ({ name, mtimeMs }) => /\.(?:png|jpe?g|webp)$/i.test(name) && mtimeMs >= created,
    );
    samples.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1));
    this.found = samples.map(({ name }) => `sample/${name}`);
    this.lookedMs = changedMs;
    return this.found;
  }
}
