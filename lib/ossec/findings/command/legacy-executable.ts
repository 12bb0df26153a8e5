import type { Check } from '../finding.ts';
import { commandCheck, say } from '../support/say.ts';

/** Names of Wazuh 3 (and OSSEC) and what they are called since 4.2. */
const RENAMED: Record<string, string> = {
  'firewall-drop.sh': 'firewall-drop',
  'firewalld-drop.sh': 'firewalld-drop',
  'default-firewall-drop.sh': 'default-firewall-drop',
  'host-deny.sh': 'host-deny',
  'disable-account.sh': 'disable-account',
  'ip-customblock.sh': 'ip-customblock',
  'route-null.sh': 'route-null',
  'pf.sh': 'pf',
  'npf.sh': 'npf',
  'ipfw.sh': 'ipfw',
  'ipfw_mac.sh': 'ipfw',
  'restart-ossec.sh': 'restart-wazuh',
  'restart-ossec.cmd': 'restart-wazuh.exe',
  'route-null.cmd': 'route-null.exe',
  'route-null-2012.cmd': 'route-null.exe',
  'netsh.cmd': 'netsh.exe',
  'netsh-win-2016.cmd': 'netsh.exe',
  'ossec-slack.sh': 'wazuh-slack',
  'wazuh-slack.sh': 'wazuh-slack',
};

export const legacyExecutable: Check = commandCheck('legacy-executable', 'L16', ({ executable }, { scripts }) => {
  const now = RENAMED[executable];
  // A script of one's own may bear the old name.
  if (!now || scripts?.some(({ name }) => name === executable)) return null;
  return say(
    'warning',
    `${executable} is a name of Wazuh 3`,
    `Since 4.2 the program is called ${now}. Where the old file is missing, nothing runs.`,
  );
});
