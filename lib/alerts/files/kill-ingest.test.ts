import { expect, test } from 'vitest';
import { killIngest } from './fixtures/kill-ingest.ts';

test('an index whose process was killed again and again equals one built in one go', async () => {
  const { survived, inOneGo, alerts } = await killIngest({ kills: 9, seed: 5 });
  expect(alerts).toBeGreaterThan(3000);
  expect(survived).toEqual(inOneGo);
});
