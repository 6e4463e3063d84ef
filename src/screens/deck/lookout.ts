import type { Finding } from '../../core/checks/finding.js';
import type { Dataset } from '../../core/dataset/model.js';
import type { SessionStore } from '../../core/session/session.js';
import { allPictures } from '../../core/session/visible.js';

/** Changes come in bursts; the checks wait until this many milliseconds of quiet. */
const quietMs = 120;

/** Looks at the pictures' files and runs the checks, in the background, whenever the dataset or the settings changed. */
export class Lookout {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running = false;
  private again = false;
  /** Of the findings in the session: those about settings. */
  private ofSettings: ReadonlySet<Finding> = new Set();

  constructor(
    private readonly session: SessionStore,
    private readonly take: (dataset: Dataset) => void,
  ) {}

  /** Asks for a look; several calls in a row make one. */
  look(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), quietMs);
    this.timer.unref();
  }

  private async run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      await this.readFacts();
      await this.check();
    } finally {
      this.running = false;
      this.session.setState({ unread: 0 });
      if (this.again) {
        this.again = false;
        this.look();
      }
    }
  }

  private async readFacts(): Promise<void> {
    const { dataset, root } = this.session.getState();
    if (!dataset || root === null || allPictures(dataset).concat(dataset.raw).every((picture) => picture.facts !== null)) return;
    const { factsOf } = await import('../../core/images/read-all.js');
    const read = await factsOf(dataset, { onProgress: (done, total) => this.session.setState({ unread: total - done }) });
    const facts = new Map([...allPictures(read), ...read.raw, ...read.leftOut].map((picture) => [picture.id, picture.facts]));
    const now = this.session.getState().dataset;
    // A key may have changed a caption meanwhile: only the facts are taken over.
    const { mapPictures } = await import('../../core/dataset/map-pictures.js');
    if (now && now.root === root) {
      this.take(mapPictures(now, (picture) => (picture.facts ? picture : { ...picture, facts: facts.get(picture.id) ?? null })));
    }
  }

  private async check(): Promise<void> {
    const { dataset, settings } = this.session.getState();
    if (!dataset || !settings) return;
    const { runChecks } = await import('../../core/checks/run-checks.js');
    const { settingsFindings } = await import('./settings-findings.js');
    const before = this.ofSettings;
    const ofSettings = await settingsFindings(settings);
    this.ofSettings = new Set(ofSettings);
    // Those of the settings are known at once, while opening images can take long; null stays null until all were looked for.
    this.session.setState(({ findings: all }) => ({ findings: all && [...all.filter((one) => !before.has(one)), ...ofSettings] }));
    const findings = [...(await runChecks(dataset)), ...ofSettings];
    if (this.session.getState().dataset?.root === dataset.root) this.session.setState({ findings });
  }
}
