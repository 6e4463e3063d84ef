import { useMemo } from 'react';
import { useSession, useView } from '../deck/use.js';
import { describeFinding } from '../parts/describe-picture.js';
import { Say } from '../parts/say.js';
import { rowUnder } from './cursor.js';
import { factSentence } from './fact-lines.js';
import { origin } from './list-pane.js';
import { settingSections } from './rows.js';
import { settingsView } from './view.js';

/** The Settings screen for the ear: the setting under the cursor, its value, where that is from, and what speaks against it. */
export function SpokenSettings() {
  const settings = useSession((session) => session.settings);
  const findings = useSession((session) => session.findings);
  const { ahead, onlyOwn, cursor } = useView(settingsView);
  const file = ahead && ahead.file.root === settings?.root ? ahead.file : settings;
  const sections = useMemo(() => (file && file.broken === null ? settingSections(file, findings, onlyOwn) : []), [file, findings, onlyOwn]);
  if (!file) return null;
  if (file.broken !== null) return <Say lines={[`loradeck.toml cannot be used. ${file.broken}`, 'Mend it in an editor, then control l reads it again.']} />;
  const rows = sections.flatMap((section) => section.rows);
  const row = rowUnder(sections, cursor);
  const section = sections.find((one) => one.rows.some((other) => other.key === row?.key));
  return (
    <Say
      lines={[
        onlyOwn && 'only what you set is shown',
        `what will happen: ${factSentence(file)}`,
        section && `section ${section.label}, ${sections.indexOf(section) + 1} of ${sections.length}`,
        row && `${row.setting.label}: ${row.text === '–' ? 'not set' : row.text}, from ${origin(row)}, ${rows.findIndex((one) => one.key === row.key) + 1} of ${rows.length}`,
        ...(row?.findings ?? []).map((finding) => describeFinding(finding, 'f')),
        row && `help: ${row.setting.help}`,
      ]}
    />
  );
}
