import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIFT_SCRIPT, liftCall, liftScript } from './lift-script.ts';

let directory: string;
const bin = () => join(directory, 'active-response/bin');

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'riposte lift '));
  mkdirSync(bin(), { recursive: true });
  mkdirSync(join(directory, 'logs'));
  writeFileSync(join(bin(), LIFT_SCRIPT), liftScript(), { mode: 0o750 });
  writeFileSync(
    join(bin(), 'firewall-drop'),
    `#!/bin/sh\nread -r line\nprintf '%s' "$line" > "$(dirname "$0")/got"\n`,
    {
      mode: 0o750,
    },
  );
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const message = (script: string, srcip = '192.0.2.1') =>
  JSON.stringify({
    ...{ version: 1, origin: { name: 'node01', module: 'wazuh-execd' }, command: 'add' },
    parameters: { extra_args: [script], alert: { data: { srcip } }, program: `active-response/bin/${LIFT_SCRIPT}` },
  });

function lift(input: string): { got: string | null; log: string } {
  execFileSync(join(bin(), LIFT_SCRIPT), { input: `${input}\n` });
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  };
  return { got: read(join(bin(), 'got')), log: read(join(directory, 'logs/active-responses.log')) ?? '' };
}

test('it hands the message on as a delete, and nothing else changes', () => {
  const { got, log } = lift(message('firewall-drop'));
  expect(got).toBe(message('firewall-drop').replace('"add"', '"delete"'));
  expect(log).toMatch(/bin\/riposte-lift\.sh: Lifting with firewall-drop\n.*: Ended\n$/);
});

test('what stands in the message is never run', () => {
  const odd = '$(touch pwned)`touch pwned`; touch pwned %s \\n';
  const { got } = lift(message('firewall-drop', odd));
  expect(JSON.parse(got ?? '').parameters.alert.data.srcip).toBe(odd);
  expect(() => readFileSync(join(bin(), 'pwned'))).toThrow();
});

test.each([
  ['a script it does not know', message('../../bin/sh'), 'Invalid arguments'],
  ['no script', message(''), 'Invalid arguments'],
  ['a script that is missing', message('host-deny'), 'host-deny is not in'],
  ['a delete', message('firewall-drop').replace('"add"', '"delete"'), "Invalid value of 'command'"],
  ['a name that only stands in the text of the alert', message('x', '"extra_args":["firewall-drop"]'), 'Invalid arg'],
])('%s: it says so and runs nothing', (_, input, words) => {
  const { got, log } = lift(input);
  expect(got).toBeNull();
  expect(log).toContain(words);
});

test('a call of the API names the agent, the script and the block; what is not plain gets none', () => {
  const call = { agentIds: ['001', '002'], script: 'firewall-drop', target: '192.0.2.1', kind: 'srcip' } as const;
  expect(liftCall(call)).toContain(
    `agents_list=001,002" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"command":"!riposte-lift.sh","arguments":["firewall-drop"],"alert":{"data":{"srcip":"192.0.2.1"}}}'`,
  );
  expect(liftCall({ ...call, target: "x'; reboot; '" })).toBeNull();
  expect(liftCall({ ...call, agentIds: ['1; reboot'] })).toBeNull();
  expect(liftCall({ ...call, script: 'a b' })).toBeNull();
  expect(liftCall({ ...call, target: '::1' })).toContain('"srcip":"::1"');
  expect(liftCall({ ...call, agentIds: [] })).toBeNull();
  expect(liftCall({ ...call, agentIds: Array(1001).fill('001') })).toBeNull();
});
