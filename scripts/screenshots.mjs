// Draws the screenshots of the README from the running program: `npm run screenshots`.
import { execFileSync } from 'node:child_process';

const shots = [
  ['docs/dataset.png', 'space,l,space,l'],
  ['docs/tags.png', '2,l,a,text:ou'],
  ['docs/checks.png', '3,wait:1500'],
  ['docs/settings.png', '4,j,j,j'],
  ['docs/training.png', '5,s,wait:1500,enter,wait:300,enter,until:saves 3'],
];
for (const [out, keys] of shots) {
  execFileSync(process.execPath, ['scripts/screenshot.mjs', '--size', '150x42', '--keys', keys, '--out', out, '--', 'demo'], { stdio: 'inherit' });
}
