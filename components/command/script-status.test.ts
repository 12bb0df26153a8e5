import { expect, test } from 'vitest';
import { executableOptions } from './executable-options';
import { fixLines, modeText, scriptStatus } from './script-status';

const script = (name: string, mode: number, executable = true) => ({
  name,
  mode,
  owner: 'root:wazuh',
  executable,
  worldWritable: (mode & 0o002) !== 0,
});
const scripts = [script('firewall-drop', 0o100750), script('yara.sh', 0o100644, false), script('open.sh', 0o100777)];

test('the state of a file is told apart', () => {
  const kinds = ['firewall-drop', 'yara.sh', 'open.sh', 'netsh.exe', 'none.sh', ''].map(
    (name) => scriptStatus(name, scripts).kind,
  );
  expect(kinds).toEqual(['ready', 'not-executable', 'world-writable', 'elsewhere', 'missing', 'none']);
  expect(scriptStatus('none.sh', null).kind).toBe('unknown');
});

test('modes read as ls and chmod write them', () => {
  expect(modeText(0o100644)).toBe('0644');
});

test('the lines to run quote what a shell would misread', () => {
  expect(fixLines('/var/ossec/active-response/bin', 'yara.sh')).toBe(
    'cd /var/ossec/active-response/bin\nchmod 750 yara.sh && chown root:wazuh yara.sh',
  );
  expect(fixLines('/o', "a'; rm -rf")).toContain(`chmod 750 'a'\\''; rm -rf'`);
});

test('the picker offers files first, then what ships with Wazuh and is not among them', () => {
  const options = executableOptions(scripts, '');
  expect(options.slice(0, 3).map(({ name }) => name)).toEqual(['firewall-drop', 'yara.sh', 'open.sh']);
  expect(options.filter(({ name }) => name === 'firewall-drop')).toHaveLength(1);
  expect(executableOptions(scripts, 'windows firewall').map(({ name }) => name)).toEqual(['netsh.exe']);
});
