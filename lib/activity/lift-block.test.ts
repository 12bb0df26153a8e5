import { expect, test } from 'vitest';
import { liftBlock } from './lift-block.ts';

const lines = (script: string, target: string, system: Parameters<typeof liftBlock>[0]['system'] = 'linux') =>
  liftBlock({ script, target, system }).steps.map(({ line }) => line);

test.each<[string, string, Parameters<typeof liftBlock>[0]['system'], string[]]>([
  [
    'firewall-drop',
    '192.0.2.1',
    'linux',
    ['iptables -D INPUT -s 192.0.2.1 -j DROP', 'iptables -D FORWARD -s 192.0.2.1 -j DROP'],
  ],
  [
    'firewall-drop',
    '2001:db8::1',
    'linux',
    ['ip6tables -D INPUT -s 2001:db8::1 -j DROP', 'ip6tables -D FORWARD -s 2001:db8::1 -j DROP'],
  ],
  ['firewall-drop', '192.0.2.1', 'macos', ['pfctl -t wazuh_fwtable -T delete 192.0.2.1']],
  ['host-deny', '10.0.0.1', 'linux', ["sed -i '/^ALL:10\\.0\\.0\\.1$/d' /etc/hosts.deny"]],
  ['route-null', '192.0.2.1', 'linux', ['route del 192.0.2.1 reject']],
  ['route-null.exe', '192.0.2.1', 'windows', ['route DELETE 192.0.2.1']],
  [
    'netsh.exe',
    '192.0.2.1',
    'windows',
    ['netsh advfirewall firewall delete rule name="WAZUH ACTIVE RESPONSE BLOCKED IP" remoteip=192.0.2.1/32'],
  ],
  ['disable-account', 'git', 'linux', ['passwd -u git']],
  ['firewall-drop', '192.0.2.1', 'unix', ['pfctl -t wazuh_fwtable -T delete 192.0.2.1']],
  ['host-deny', '10.0.0.1', 'macos', ["sed -i '' '/^ALL:10\\.0\\.0\\.1$/d' /etc/hosts.deny"]],
  ['host-deny', '10.0.0.1', 'unix', ["sed -i '' '/^ALL : 10\\.0\\.0\\.1 : deny$/d' /etc/hosts.allow"]],
  ['route-null', '192.0.2.1', 'unix', ['route delete 192.0.2.1']],
  ['route-null.cmd', '192.0.2.1', 'windows', ['route DELETE 192.0.2.1']],
  ['firewall-drop.sh', '192.0.2.1', 'macos', ['pfctl -t wazuh_fwtable -T delete 192.0.2.1']],
  ['ip-customblock', '192.0.2.1', 'linux', ['rm -f /ipblock/192.0.2.1']],
])('%s of %s on %s', (script, target, system, expected) => {
  expect(lines(script, target, system)).toEqual(expected);
});

test('on a host whose system is not known the command says which system it is for', () => {
  expect(liftBlock({ script: 'firewall-drop', target: '192.0.2.1', system: 'unknown' }).note).toMatch(/^For Linux/);
  expect(liftBlock({ script: 'host-deny', target: '192.0.2.1', system: 'unknown' }).note).toMatch(/^For Linux/);
});

test.each([
  ['firewall-drop', '192.0.2.1; reboot'],
  ['firewall-drop', '$(reboot)'],
  ['firewall-drop', '192.0.2.1/0'],
  ['firewall-drop', 'fe80::1%eth0'],
  ['firewall-drop', 'fe80::1%eth0;reboot'],
  ['ip-customblock', '../../etc/passwd'],
  ['disable-account', '-d'],
  ['disable-account', 'a b'],
  ['disable-account', "a'b"],
  ['my-own.sh', '192.0.2.1'],
  ['constructor', '192.0.2.1'],
])('%s of %s gets no command, and says why', (script, target) => {
  expect(lines(script, target)).toEqual([]);
  expect(liftBlock({ script, target, system: 'linux' }).note).toMatch(/\.$/);
});
