// The arrows between the rooms (docs/codebase.md): who may know whom.
import { fileURLToPath } from 'node:url';

const not = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Two files that import each other are one file.', from: {}, to: { circular: true } },
    not('core-knows-itself', '^src/core/', '^src/(?!core/)', 'core is what the program knows; it stands without the other rooms.'),
    not(
      'core-is-plain',
      '^src/core/',
      '(^|/)node_modules/(ink|react|execa|chokidar|terminal-image)/|^(node:)?(child_process|net|http|https|http2|dgram|tls|worker_threads|cluster)$',
      'core uses no screen, process or network.',
    ),
    not('runner-knows-core', '^src/runner/', '^src/(?!runner/|core/)', 'runner knows core only.'),
    not('runner-is-headless', '^src/runner/', '(^|/)node_modules/(ink|react)/', 'runner draws nothing.'),
    not('terminal-stands-alone', '^src/terminal/', '^src/(?!terminal/|core/printable\\.ts$)', 'terminal knows nothing of the program.'),
    not('commands-without-screens', '^src/commands/', '^src/(screens/|app\\.tsx)', 'a command never draws a screen.'),
    {
      name: 'screens-apart',
      severity: 'error',
      comment: 'Screens never import each other; what they share lies in parts and deck.',
      from: { path: '^src/screens/(?!app/)([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/(parts|deck|$1)/' },
    },
    not('rooms-below-the-app', '^src/(screens|commands|core|runner|terminal)/', '^src/(app\\.tsx|wishes\\.ts|cli\\.ts)$', 'Nothing imports the app.'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.json', import.meta.url)) },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'], extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  },
};
