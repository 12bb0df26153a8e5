import { expect, test } from 'vitest';
import type { PendingBlock } from '../../manager/manager.ts';
import { newBlocks } from './new-blocks.ts';

const block = (since: number, more: Partial<PendingBlock> = {}): PendingBlock => ({
  agentId: '012',
  agentName: 'jump-01',
  command: 'firewall-drop',
  target: '203.0.113.41',
  since,
  until: since + 600_000,
  ...more,
});

test('what began before the restart is not named', () => {
  expect(newBlocks([block(99), block(100)], 100)).toEqual({
    count: 1,
    last: [{ command: 'firewall-drop', agent: 'jump-01', target: '203.0.113.41', at: 100 }],
  });
});

test('the newest three are named, all are counted', () => {
  const { count, last } = newBlocks(
    [1, 2, 3, 4].map((since) => block(since)),
    0,
  ) ?? { count: 0, last: [] };
  expect([count, last.map(({ at }) => at)]).toEqual([4, [4, 3, 2]]);
});

test.each([
  ['000', null, 'the manager'],
  ['031', null, '031'],
])('agent %s is called by what is known of it', (agentId, agentName, agent) => {
  expect(newBlocks([block(1, { agentId, agentName })], 0)?.last[0]).toMatchObject({ agent });
});

test('where nobody can tell there is no answer', () => {
  expect(newBlocks(null, 0)).toBeNull();
});
