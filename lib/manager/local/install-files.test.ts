import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from 'vitest';

const pathOf = (name: string) => fileURLToPath(new URL(`../../../docs/install/${name}`, import.meta.url));
const read = (name: string) => readFileSync(pathOf(name), 'utf8');

/** Rules without comments, continued lines joined. */
const rules = read('riposte.sudoers')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

test('the sudo rule names whole commands by absolute path, without wildcards', () => {
  const alias = rules.find((line) => line.startsWith('Cmnd_Alias')) ?? '';
  const commands = alias.slice(alias.indexOf('=') + 1).split(',');
  expect(commands.map((command) => command.trim())).toEqual([
    '/usr/bin/systemctl restart wazuh-manager',
    '/var/ossec/bin/wazuh-control restart',
  ]);
  expect(rules.filter((line) => line.startsWith('riposte '))).toEqual([
    'riposte ALL = (root) NOPASSWD: NOSETENV: RIPOSTE_RESTART',
  ]);
  expect(rules.join('\n')).not.toMatch(/[*?[\]!]\s*ALL|\*|!authenticate/);
});

test('visudo accepts the sudo rule, where there is a visudo', () => {
  const { error, status, stdout, stderr } = spawnSync('visudo', ['-cf', pathOf('riposte.sudoers')], {
    encoding: 'utf8',
  });
  if (error) expect((error as NodeJS.ErrnoException).code).toBe('ENOENT');
  else expect({ status, said: `${stdout}${stderr}` }).toMatchObject({ status: 0 });
});

type Rule = (
  action: { id: string; lookup(key: string): string | undefined },
  subject: { user: string },
) => string | null;

function askPolkit(asked: { id?: string; unit?: string; verb?: string; user?: string }): string | null | undefined {
  let rule: Rule | undefined;
  const polkit = {
    Result: { YES: 'yes', NOT_HANDLED: null },
    addRule: (added: Rule) => {
      rule = added;
    },
  };
  vm.runInNewContext(read('50-riposte-restart.rules'), { polkit });
  const { id = 'org.freedesktop.systemd1.manage-units', user = 'riposte' } = asked;
  const details: Record<string, string> = { unit: 'wazuh-manager.service', verb: 'restart', ...asked };
  return rule?.({ id, lookup: (key) => details[key] }, { user });
}

test('the polkit rule lets one user restart one unit', () => {
  expect(askPolkit({})).toBe('yes');
});

test.each([
  { user: 'somebody' },
  { unit: 'ssh.service' },
  { unit: 'wazuh-manager.service.evil' },
  { verb: 'stop' },
  { id: 'org.freedesktop.systemd1.manage-unit-files' },
])('and nothing else: %o', (asked) => {
  expect(askPolkit(asked)).toBeNull();
});

test('the page about rights names both files', () => {
  expect(read('rights.md')).toContain('riposte.sudoers');
  expect(read('rights.md')).toContain('50-riposte-restart.rules');
});
