import { expect, test } from 'vitest';
import { agentsText, blocksText, errorsText, linesText } from './evidence-words';

test.each([
  [44, 43, '43 of 44 agents are back', '1 has not come back yet.', false],
  [44, 44, '44 of 44 agents are back', 'As many are connected as before.', true],
  [2, 3, '2 of 2 agents are back', '3 agents are connected now.', true],
  [1, 0, '0 of 1 agent is back', '1 has not come back yet.', false],
  [0, 0, 'No agent is connected', 'None was connected before.', true],
  [null, 3, 'Agents cannot be counted here', 'Nothing is known of their connections.', false],
  [3, null, 'Agents cannot be counted here', 'Nothing is known of their connections.', false],
])('%s agents before, %s now', (agentsBefore, agentsNow, title, text, isGood) => {
  expect(agentsText({ agentsBefore, agentsNow })).toEqual({ title, text, isGood });
});

test('errors and lines are counted', () => {
  expect(errorsText(0)).toBe('No new errors in the manager log');
  expect([errorsText(1), errorsText(2)]).toEqual(['1 new error in the manager log', '2 new errors in the manager log']);
  expect(linesText(61, '14:33:24')).toBe('61 lines since 14:33:24.');
  expect(linesText(0, null)).toBe('The manager wrote nothing yet.');
});

test('blocks are counted, and where they will appear is said', () => {
  expect(blocksText({ count: 0 })).toEqual({
    title: 'No timed block began yet',
    text: 'What scripts report appears here.',
  });
  expect([1, 2].map((count) => blocksText({ count }).title)).toEqual(['1 timed block began', '2 timed blocks began']);
});
