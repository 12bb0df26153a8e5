import { expect, test } from 'vitest';
import type { RunningResponse } from '../manager/manager.ts';
import { parseConfigText } from '../ossec/index.ts';
import { liveResponses, targetAgents } from './live-responses.ts';
import { readAlertSettings } from './read-alert-settings.ts';

const config = (inside: string, command = 'host-deny') =>
  parseConfigText(`<ossec_config>
  <command><name>${command}</name><executable>host-deny</executable><timeout_allowed>yes</timeout_allowed></command>
  ${inside}
</ossec_config>
`);
const block = (location: string, more = '<timeout>600</timeout>') =>
  `<active-response><command>host-deny</command><location>${location}</location><level>7</level>${more}</active-response>`;

test.each([
  ['local', 'local', ['003']],
  ['all', 'all', ['001', '002']],
  ['server', 'server', ['000']],
  ['server,all', 'server', ['000']],
  ['all,local', 'all', ['001', '002']],
])('in %s the manager reads %s', (location, place, ids) => {
  const [response] = liveResponses(config(block(location)), null);
  expect(response?.place).toBe(place);
  expect(response && targetAgents(response, '003', ['001', '002'])).toEqual(ids);
});

test('one agent is named as agents are', () => {
  const [response] = liveResponses(config(block('defined-agent', '<agent_id>31</agent_id>')), null);
  expect(response).toMatchObject({ place: 'defined-agent', agentId: '031', timeoutSeconds: 0 });
});

const told: RunningResponse = {
  ...{ command: 'host-deny', timeout: 600, level: 7, location: 'REMOTE_AGENT' },
  ...{ agentId: null, rulesId: null, rulesGroup: null },
};

test('what the manager runs is what the file has, with its place in the file', () => {
  expect(liveResponses(config(block('local')), [told])).toMatchObject([{ block: 0, executable: 'host-deny', line: 3 }]);
  expect(liveResponses(config(block('local')), [])).toEqual([]);
});

test('what the manager runs and the file has no more stands in no block', () => {
  const [response] = liveResponses(config(block('local')), [{ ...told, timeout: 60 }]);
  expect(response).toMatchObject({ block: null, timeoutSeconds: 60, executable: 'host-deny', timeoutAllowed: true });
});

test('of settings that stand twice the last one counts', () => {
  const twice = (a: string, b: string) => readAlertSettings(config(`<global>${a}</global><global>${b}</global>`));
  const on = '<jsonout_output>yes</jsonout_output>';
  const off = '<jsonout_output>no</jsonout_output>';
  expect([twice(on, off).writesJson, twice(off, on).writesJson, twice('', '').writesJson]).toEqual([false, true, true]);
  expect(readAlertSettings(config('')).logLevel).toBe(3);
});
