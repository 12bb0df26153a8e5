import { expect, test } from 'vitest';
import { sampleData, sampleValues } from './sample-form-data';
import { backtestUrl } from './use-backtest';

const asked = (part: Partial<typeof sampleValues>) =>
  Object.fromEntries(
    new URL(backtestUrl({ ...sampleValues, ...part }, sampleData, 7), 'http://x').searchParams.entries(),
  );

test('the form as typed is the question', () => {
  const trigger = { level: 10, groups: ['sshd'], ruleIds: [5712, 5720] };
  expect(asked({ ...trigger, location: 'local', duration: 'timed', timeoutSeconds: 600 })).toMatchObject({
    ...{ days: '7', level: '10', group: 'sshd,', ids: '5712,5720', location: 'local', timeout: '600' },
    executable: expect.any(String),
  });
  expect(asked({ duration: 'permanent' }).timeout).toBe('0');
  expect(asked({ location: 'defined-agent', agentIds: ['001', '004'] })).toMatchObject({
    ...{ location: 'defined-agent', agents: '2' },
  });
});
