/*
 * `npm run test:ingest [-- --kills N --seed N]`: kills the process that keeps the alert history so often, at random moments, while
 * alerts are written, rotated and compressed. The index has to equal one built in one go. Ends with "ingest: …".
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { killIngest } from '../alerts/files/fixtures/kill-ingest.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const kills = Number(values.kills);
const { survived, inOneGo, alerts, midway } = await killIngest({ kills, seed: Number(values.seed), say: console.log });
const isEqual = isDeepStrictEqual(survived, inOneGo);
if (!isEqual) console.log(JSON.stringify({ survived, inOneGo }, null, 1).slice(0, 4000));
console.log(
  `ingest: killed ${kills} times, ${midway} of them with the index open; the index of ${alerts.toLocaleString('en')} alerts ${isEqual ? 'equals' : 'does NOT equal'} one built in one go`,
);
process.exitCode = isEqual ? 0 : 1;
