import { expect, test } from 'vitest';
import { buildActivity } from './build-activity.ts';
import { build } from './fixtures/build.ts';
import { MINUTE, makeAgent, makeAlert, makeReport, makeResponse, NOW } from './fixtures/made.ts';
import { readResponseLog } from './read-response-log.ts';

const log = (lines: string) => readResponseLog(lines.trim().split('\n'));
const json = (id: string, data: object) =>
  JSON.stringify({
    version: 1,
    command: 'add',
    parameters: { extra_args: [], alert: { id, rule: { id: '550' }, data }, program: 'active-response/bin/host-deny' },
  });
const prefix = '2026/07/24 10:05:02 active-response/bin/host-deny:';

test("the manager's own log tells what failed, in the script's words", () => {
  const logged = log(`
${prefix} Starting
${prefix} ${json('100.1', {})}

${prefix} Cannot read 'srcip' from data or invalid IP format
${prefix} Starting
${prefix} ${json('100.2', { srcip: '192.0.2.2' })}

${prefix} {"version":1,"command":"check_keys","parameters":{"keys":["192.0.2.2"]}}
${prefix} {"version":1,"command":"abort","parameters":{}}

${prefix} Aborted
garbage`);
  expect(logged.map(({ kind, error, cause }) => [kind, error, cause.id])).toEqual([
    ['add', "Cannot read 'srcip' from data or invalid IP format", '100.1'],
    ['add', null, '100.2'],
  ]);
  const report = { script: 'host-deny', agentId: '000', ruleId: 653 };
  // The alert of the same run says the same once more.
  const reports = [makeReport({ ago: 1, ...report, cause: { id: '100.1', address: null } })];
  const found = build({ logged, reports, responses: [makeResponse({ executable: 'host-deny' })] });
  expect(found.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
    { agentName: 'manager', said: "Cannot read 'srcip' from data or invalid IP format" },
  ]);
  expect(found).toHaveLength(2);
});

test('an undo that failed is no failed run: the block is there still', () => {
  const run = { script: 'host-deny', agentId: '000' };
  const said = 'Unable to take lock. End.';
  const logged = log(`
${prefix} Starting
${prefix} ${json('100.1', { srcip: '192.0.2.2' }).replace('"add"', '"delete"')}
${prefix} ${said}`);
  const reports = [makeReport({ ago: 130, ruleId: 653, ...run, cause: { address: '192.0.2.2' } })];
  const found = build({ logged, reports, responses: [makeResponse({ executable: 'host-deny' })] });
  expect(found).toMatchObject([{ outcome: 'overdue', said }]);
});

test('pairing ten thousand reports takes no time to speak of and loses none', () => {
  const reports = Array.from({ length: 10_000 }, (_, at) =>
    makeReport({ ago: 10_000 - at, id: `report ${at}`, cause: { id: `1.${at}`, address: `192.0.2.${at % 250}` } }),
  );
  expect(build({ reports })).toHaveLength(10_000);
});

test('a response on thousands of agents costs bounded work, and what is left out is said', () => {
  const agents = Array.from({ length: 3000 }, (_, at) => makeAgent({ id: String(at + 1).padStart(3, '0') }));
  const alerts = Array.from({ length: 5000 }, (_, at) => makeAlert({ ago: 10 + at, id: `1.${at}` }));
  const facts = {
    ...{ reports: [], logged: [], whiteList: [], scripts: null, managerName: 'manager', now: NOW, until: NOW },
    ...{ agents, alerts, responses: [makeResponse({ place: 'all' })], isBound: () => true, firesOn: () => true },
  };
  const { executions, isCut } = buildActivity(facts);
  expect(isCut).toBe(true);
  expect(executions.length).toBeLessThan(6000);
  expect(executions[0]?.startedAt).toBe(NOW - 10 * MINUTE);
});

test('a disconnected agent is told as one', () => {
  const found = build({ alerts: [makeAlert({ ago: 30 })], agents: [makeAgent({ connection: 'disconnected' })] });
  expect(found).toMatchObject([{ outcome: 'unseen', why: expect.stringContaining('disconnected now') }]);
});

test('a block on what is no address failed', () => {
  const found = build({ reports: [makeReport({ ago: 5, cause: { address: 'ns1.example.com' } })] });
  expect(found).toMatchObject([{ outcome: 'failed', why: expect.stringContaining('is no address') }]);
});

test('the first thing that a script complains about is the cause', () => {
  const [run] = log(
    `${prefix} Starting\n${prefix} ${json('100.1', {})}\n${prefix} Invalid system\n${prefix} Cannot go on`,
  );
  expect(run?.error).toBe('Invalid system');
});
