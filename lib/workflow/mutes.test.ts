import { expect, it } from 'vitest';
import type { Finding } from '../ossec/findings/finding.ts';
import { openDatabaseAt } from '../state/database.ts';
import { findingKey, loadMutes, muteFinding, splitMuted, unmuteFinding } from './mutes.ts';

const finding = (over: Partial<Finding> = {}): Finding => ({
  id: 'all-agents',
  severity: 'warning',
  subject: { kind: 'response', index: 1 },
  title: 'Runs on every agent',
  detail: '12 runs for each alert.',
  line: 7,
  about: '{"command":"drop"}',
  ...over,
});

it('a muted finding is set aside with its reason', () => {
  const database = openDatabaseAt(':memory:');
  expect(muteFinding(database, finding(), 'Agreed with the network team', 'ada')).toBe(true);
  const { open, muted } = splitMuted([finding(), finding({ id: 'no-undo' })], loadMutes(database));
  expect(open.map(({ id }) => id)).toEqual(['no-undo']);
  expect(muted[0]?.mute).toMatchObject({ reason: 'Agreed with the network team', person: 'ada' });
});

it('a mute follows the block to another place', () => {
  expect(findingKey(finding({ subject: { kind: 'response', index: 4 }, line: 99 }))).toBe(findingKey(finding()));
});

it('a finding speaks up again when its block says something else', () => {
  expect(findingKey(finding({ about: '{"command":"other"}' }))).not.toBe(findingKey(finding()));
});

it('a blocker can not be muted', () => {
  const database = openDatabaseAt(':memory:');
  expect(muteFinding(database, finding({ severity: 'blocker' }), 'no', 'ada')).toBe(false);
  expect(loadMutes(database).size).toBe(0);
});

it('an unmuted finding is shown again', () => {
  const database = openDatabaseAt(':memory:');
  muteFinding(database, finding(), 'for now', 'ada');
  unmuteFinding(database, findingKey(finding()));
  expect(splitMuted([finding()], loadMutes(database)).open).toHaveLength(1);
});

it('a mute does not depend on the order in which a block is told', () => {
  const one = finding({ about: '{"command":"drop","level":"7"}' });
  expect(findingKey(finding({ about: '{"level":"7","command":"drop"}' }))).toBe(findingKey(one));
});
