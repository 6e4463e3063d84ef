// Holds the arrows between the rooms: `npm run arrows [FOLDER]`. Fails when it saw no modules, as a check that looked at
// nothing proves nothing.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.dependency-cruiser.mjs';

const [folder = '.'] = process.argv.slice(2);
process.chdir(folder);
const { options, forbidden } = config;
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, {}, {
  tsConfig: extractTSConfig(options.tsConfig.fileName),
});
const own = output.modules.filter((module) => module.source.startsWith('src/'));
for (const { rule, from, to, cycle } of output.summary.violations) {
  const way = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  const { comment } = forbidden.find(({ name }) => name === rule.name) ?? {};
  console.error(`${rule.name}: ${from} → ${way}\n  ${comment}`);
}
if (own.length === 0) {
  console.error('arrows: no modules seen, so nothing was checked.');
  process.exit(1);
}
if (output.summary.error > 0) process.exit(1);
console.log(`arrows: ${own.length} modules, ${output.summary.totalDependenciesCruised} arrows, all as they should be.`);
