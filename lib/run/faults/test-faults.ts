/*
 * `npm run test:faults [-- --count N --seed S --only TEXT]`: every case, or a seeded choice, or those whose name holds a text.
 * Ends with the line "faults survived: N of N".
 */
import { parseArgs } from 'node:util';
import { pickCases, planCases } from './fault-plan.ts';
import { recordPoints, runCases } from './run-faults.ts';

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const all = planCases(await recordPoints()).filter(({ id }) => id.includes(values.only ?? ''));
const cases = pickCases(all, values.count ? Number(values.count) : all.length, Number(values.seed));
console.log(`${cases.length} of ${all.length} cases`);

let ended = 0;
let survived = 0;
const startedAt = performance.now();
await runCases(cases, ({ id, broken }) => {
  ended++;
  if (broken.length === 0) survived++;
  else console.log(`NOT SURVIVED: ${id}\n${broken.map((words) => `    ${words}`).join('\n')}`);
  if (ended % 25 === 0) console.log(`${ended} done in ${Math.round((performance.now() - startedAt) / 1000)} s`);
});
console.log(`faults survived: ${survived} of ${cases.length}`);
process.exit(survived === cases.length ? 0 : 1);
