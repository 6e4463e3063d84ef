import { Box, Text, type DOMElement } from 'ink';
import { useRef } from 'react';
import stringWidth from 'string-width';
import { summarize, type Finding } from '../../core/checks/finding.js';
import type { ScreenName, Session } from '../../core/session/session.js';
import type { Ours } from '../../core/settings/model.js';
import { isLive } from '../../core/training/run-row.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import { useSession } from '../deck/use.js';
import { byScreen } from './issues.js';
import { cut, fill } from './text.js';
import { signs, theme } from './theme.js';
import { useMouse } from './use-mouse.js';

const tabs: ReadonlyArray<{ name: ScreenName; title: string }> = [
  { name: 'dataset', title: 'Dataset' },
  { name: 'tags', title: 'Tags' },
  { name: 'checks', title: 'Checks' },
  { name: 'settings', title: 'Settings' },
  { name: 'training', title: 'Training' },
];

/** The header line: program, workspace and what it trains, the five tabs with their signs, the host. */
export function Header({ columns }: { columns: number }) {
  const screen = useSession((session) => session.screen);
  const about = useSession(describe);
  const badges = useSession(badge);
  const [checks = '', settings = '', training = ''] = badges.split('\n');
  const sign = (name: ScreenName) => ({ checks, settings, training })[name as string] ?? '';
  // The sign of a run counts always, so that the tabs do not jump when one starts.
  const widthOf = (titles: readonly string[]) =>
    tabs.reduce((sum, tab, at) => sum + stringWidth(`${titles[at]}${tab.name === 'training' ? ' ●' : sign(tab.name)}`) + 4, 0);
  const full = tabs.map((tab) => tab.title);
  // Where there is no room for all titles, only the screen that is shown has one.
  const titles = widthOf(full) + 16 <= columns ? full : tabs.map((tab) => (tab.name === screen ? tab.title : ''));
  const left = Math.max(9, columns - widthOf(titles) - 1);
  const box = useRef<DOMElement>(null);
  useMouse(box, {
    click: ({ x }) => {
      let end = left;
      const tab = tabs.find(({ name }, at) => x < (end += stringWidth(` ${at + 1} ${titles[at]}${sign(name)} `)));
      return tab && x >= left ? { action: `app.${tab.name}` } : undefined;
    },
  });
  return (
    <Box ref={box} width={columns} height={1} flexShrink={0}>
      <Text bold color={theme.accent} wrap="truncate">
        {' loradeck'}
      </Text>
      <Text wrap="truncate">{fill(cut(`  ${about}`, left - 9), left - 9)}</Text>
      {tabs.map((tab, index) => (
        <Text key={tab.name} inverse={tab.name === screen} bold={tab.name === screen} wrap="truncate">
          {` ${index + 1} ${titles[index]}`}
          <Text color={tab.name === screen ? undefined : tab.name === 'training' ? theme.good : theme.warn}>{sign(tab.name)}</Text>{' '}
        </Text>
      ))}
    </Box>
  );
}

function describe(session: Session): string {
  if (!session.root) return 'no workspace open';
  const name = session.root.split('/').at(-1) ?? session.root;
  const style = session.settings ? ` · ${styleOf(session.settings.ours)}` : '';
  return `${name}${session.demo ? ' (sample)' : ''}${style}`;
}

/** How captions are written, and whose names count where that is another's: `natural, booru names`. */
function styleOf(ours: Ours): string {
  const site = siteOfWorkspace(ours);
  return site === siteOfWorkspace({ ...ours, vocabulary: null }) ? ours.style : `${ours.style}, ${site ?? 'no'} names`;
}

function badge(session: Session): string {
  const { dataset, settings } = byScreen(session.findings);
  return `${levelSign(dataset)}\n${levelSign(settings)}\n${session.runs.some(isLive) ? ' ●' : ''}`;
}

function levelSign(findings: readonly Finding[]): string {
  const { error, warn } = summarize(findings);
  return error > 0 ? ` ${signs.error}${error}` : warn > 0 ? ` ${signs.warn}${warn}` : '';
}
