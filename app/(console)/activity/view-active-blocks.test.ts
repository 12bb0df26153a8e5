import { expect, test } from 'vitest';
import { build } from '@/lib/activity/fixtures/build';
import { makeAgent, makeReport, makeResponse, NOW } from '@/lib/activity/fixtures/made';
import { readQuery } from './activity-query';
import { toActiveBlocks } from './view-active-blocks';

const agents = Array.from({ length: 2000 }, (_, at) => makeAgent({ id: String(at + 1).padStart(3, '0') }));
const around = { agents, query: readQuery({}), now: NOW };

test('one block on many hosts is one row, its hosts are counted, and no call is offered that would not fit', () => {
  const reports = agents.map(({ id }) => makeReport({ ago: 5, id, agentId: id, agentName: `web-${id}` }));
  const { blocks, more } = toActiveBlocks(build({ reports, agents }), around);
  expect(blocks).toHaveLength(1);
  expect(more).toBe(0);
  expect(blocks[0]).toMatchObject({ call: null, remainingMs: 300_000, permanent: false });
  expect(blocks[0]?.where).toMatch(/^On 2,000 hosts: web-001, .* and 1995 more$/);
});

test('of a storm of blocks the soonest to end are told, and how many there are', () => {
  const reports = Array.from({ length: 500 }, (_, at) =>
    makeReport({ ago: 9 - at / 100, id: `r${at}`, cause: { id: `1.${at}`, address: `192.0.${at >> 8}.${at & 255}` } }),
  );
  const { blocks, more } = toActiveBlocks(build({ reports, agents }), around);
  expect([blocks.length, more]).toEqual([12, 488]);
  expect(blocks[0]?.target).toBe('192.0.0.0');
});

test('a block by the name of a Windows script is lifted as Windows lifts it, and not through a script for shells', () => {
  const windows = [makeAgent({ system: 'windows' })];
  const facts = {
    reports: [makeReport({ ago: 5, script: 'netsh.exe', ruleId: 657 })],
    responses: [makeResponse({ executable: 'netsh.exe' })],
  };
  const [block] = toActiveBlocks(build(facts), { ...around, agents: windows }).blocks;
  expect(block?.call).toBeNull();
  expect(block?.lifts).toMatchObject([{ hosts: 'On web-01 (Windows)', steps: [{ prompt: 'PS>' }] }]);
});
