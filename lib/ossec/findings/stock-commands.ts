/*
 * The programs that come with Wazuh 4.14 in active-response/bin (wazuh-facts §3), in our words: for checks and forms.
 * Knows nothing of what a given host really has.
 */

export type System = 'linux' | 'windows' | 'macos' | 'unix';

export type StockCommand = {
  executable: string;
  does: string;
  /** Systems it has an effect on; "unix" stands for BSD, Solaris and AIX. */
  systems: readonly System[];
  /** What the alert must carry, or the program gives up. */
  needs: 'srcip' | 'dstuser' | null;
  /** Wazuh can undo it after a timeout. */
  stateful: boolean;
  /** It cuts an address off. */
  blocks: boolean;
  /** A sensible time before the undo; null where there is none. */
  suggestedTimeoutSeconds: number | null;
};

const block = (executable: string, systems: readonly System[], does: string): StockCommand => ({
  executable,
  does,
  systems,
  needs: 'srcip',
  stateful: true,
  blocks: true,
  suggestedTimeoutSeconds: 600,
});

const once = (executable: string, systems: readonly System[], does: string): StockCommand => ({
  executable,
  does,
  systems,
  needs: null,
  stateful: false,
  blocks: false,
  suggestedTimeoutSeconds: null,
});

const NOT_WINDOWS = ['linux', 'macos', 'unix'] as const;

export const STOCK_COMMANDS: readonly StockCommand[] = [
  block('firewall-drop', NOT_WINDOWS, 'Blocks the address in the firewall of the host.'),
  block('default-firewall-drop', NOT_WINDOWS, 'Blocks the address in the firewall of the host.'),
  block('firewalld-drop', ['linux'], 'Blocks the address with a firewalld rule.'),
  block('pf', ['macos', 'unix'], 'Adds the address to the block table of pf.'),
  block('npf', ['unix'], 'Adds the address to the block table of npf.'),
  block('ipfw', ['macos', 'unix'], 'Adds the address to the block table of ipfw.'),
  block('host-deny', NOT_WINDOWS, 'Adds the address to hosts.deny, for services with TCP wrappers.'),
  block('route-null', ['linux', 'unix'], 'Sends traffic to the address nowhere.'),
  block('route-null.exe', ['windows'], 'Sends traffic to the address nowhere.'),
  block('netsh.exe', ['windows'], 'Blocks the address in Windows Firewall.'),
  {
    executable: 'disable-account',
    does: 'Locks the account that the alert names.',
    systems: ['linux', 'unix'],
    needs: 'dstuser',
    stateful: true,
    blocks: false,
    suggestedTimeoutSeconds: 600,
  },
  {
    ...block('ip-customblock', NOT_WINDOWS, 'Leaves a file named after the address, for a tool of your own.'),
    blocks: false,
  },
  once('restart-wazuh', NOT_WINDOWS, 'Restarts Wazuh on the host.'),
  once('restart-wazuh.exe', ['windows'], 'Restarts Wazuh on the host.'),
  once('restart.sh', NOT_WINDOWS, 'Restarts Wazuh; other programs call it, rules should not.'),
  once('wazuh-slack', NOT_WINDOWS, 'Posts the alert to Slack; the extra arguments hold the webhook address.'),
  once('kaspersky', ['linux'], 'Starts a Kaspersky Endpoint Security task.'),
  once('kaspersky.py', ['linux'], 'Starts a Kaspersky Endpoint Security task.'),
];

const byExecutable = new Map(STOCK_COMMANDS.map((command) => [command.executable, command]));

/** The stock program of exactly this file name; null for one of your own. */
export const stockCommandOf = (executable: string): StockCommand | null => byExecutable.get(executable) ?? null;

/** Names of Wazuh 3 (and OSSEC) and what they are called since 4.2. */
export const LEGACY_NAMES: Record<string, string> = {
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

/** The same, also for a name of Wazuh 3: what is meant, though the file of that name may be missing. */
export const stockKindOf = (executable: string): StockCommand | null =>
  stockCommandOf(LEGACY_NAMES[executable] ?? executable);
