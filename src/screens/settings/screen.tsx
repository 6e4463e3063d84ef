import { Box } from 'ink';
import { useMemo } from 'react';
import type { SettingsFile } from '../../core/settings/file.js';
import { recipeOf } from '../../core/settings/resolve.js';
import type { Room } from '../deck/overlay.js';
import { useSession, useView } from '../deck/use.js';
import { Pane } from '../parts/pane.js';
import { BrokenPane } from './broken-pane.js';
import { rowUnder } from './cursor.js';
import { factLines, factSentence } from './fact-lines.js';
import { FactsPane } from './facts-pane.js';
import { helpLines, shortHelp, type HelpLine } from './help-lines.js';
import { HelpPane } from './help-pane.js';
import { settingsLayout } from './layout.js';
import { scrollToKey, settingLines } from './lines.js';
import { ListPane } from './list-pane.js';
import { settingSections } from './rows.js';
import { SectionsPane } from './sections-pane.js';
import { settingsView } from './view.js';

/** Screen 4: what is trained with, where each value came from, what speaks against it, and what it comes to. */
export function SettingsScreen({ columns, rows }: Room) {
  const settings = useSession((session) => session.settings);
  const { ahead } = useView(settingsView);
  const file = ahead && ahead.file.root === settings?.root ? ahead.file : settings;
  if (!file) return <Pane title="settings" width={columns} height={rows} />;
  if (file.broken !== null) return <BrokenPane file={file} width={columns} height={rows} />;
  return <Settings file={file} columns={columns} rows={rows} />;
}

function Settings({ file, columns, rows }: Room & { file: SettingsFile }) {
  const findings = useSession((session) => session.findings);
  const view = useView(settingsView);
  const layout = settingsLayout(columns, rows);
  const { list, side, below } = layout;
  const sections = useMemo(() => settingSections(file, findings, view.onlyOwn), [file, findings, view.onlyOwn]);
  const lines = useMemo(() => settingLines(sections, list.width - 2), [sections, list.width]);
  const facts = useMemo(() => factLines(file), [file]);
  const row = rowUnder(sections, view.cursor);
  const seen = list.height - 2;
  const first = scrollToKey(lines, view.first, row?.key ?? null, seen);
  const section = sections.find(({ id }) => id === row?.section);
  const own = sections.reduce((sum, one) => sum + one.own, 0);
  const factsHeight = side ? Math.min(facts.length + 2, Math.max(4, side.height - 10)) : 0;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Box>
        {layout.sections && (
          <SectionsPane sections={sections} current={section?.id ?? null} checked={findings !== null} {...layout.sections} />
        )}
        <ListPane
          title={`${section?.label ?? 'settings'}${view.onlyOwn ? ' · only yours' : ''}`}
          foot={foot(file, own)}
          lines={lines.slice(first, first + seen)}
          cursor={row?.key ?? null}
          empty="The file sets nothing: all comes from the recipe. v shows everything."
          width={list.width}
          height={list.height}
        />
        {side && (
          <Box flexDirection="column">
            <FactsPane lines={facts} width={side.width} height={factsHeight} />
            <HelpPane
              title={row?.setting.label ?? ''}
              lines={row ? helpLines(row, side.width - 4) : []}
              width={side.width}
              height={side.height - factsHeight}
            />
          </Box>
        )}
      </Box>
      {below && (
        <HelpPane
          title={row?.setting.label ?? ''}
          lines={[...fixedRows(row ? shortHelp(row, columns - 4, below.height - 3) : [], below.height - 3), { text: factSentence(file), bold: true }]}
          width={below.width}
          height={below.height}
        />
      )}
    </Box>
  );
}

/** As many lines as there is room for, so that what follows stands still. */
function fixedRows(lines: readonly HelpLine[], rows: number): HelpLine[] {
  return Array.from({ length: rows }, (_, row) => lines[row] ?? { text: '' });
}

function foot(file: SettingsFile, own: number): string {
  const recipe = recipeOf(file)?.id ?? 'no recipe';
  const yours = file.text === null ? 'no loradeck.toml yet' : `${own} yours`;
  return `${yours} · ${recipe}${file.ours.recipe === null ? ' (assumed)' : ''}`;
}
