/*
 * Owns how to lift a block by hand: the exact command per script and system (wazuh-facts §3). Wazuh has no call for it. Pure; an
 * address or user that is not plainly one gets no command: it would be run as root.
 */
import { isIP } from 'node:net';
import type { AgentSystem } from '../manager/manager.ts';
import { stockKindOf } from '../ossec/findings/stock-commands.ts';

export type LiftStep = { prompt: string; line: string };
export type Lift = {
  /** On the host where the block is, in this order. Empty where no command is known. */
  steps: readonly LiftStep[];
  /** What to know before; null when there is nothing. */
  note: string | null;
};

type Block = { script: string | null; target: string | null; system: AgentSystem };

/** What `passwd` takes as a name: no option, no blank, nothing a shell reads. */
const USER = /^[A-Za-z_][A-Za-z0-9._@-]{0,255}$/;

/** An address that may stand in a shell line, 0 for none. Zones are none: no alert of Wazuh has one. */
const familyOf = (target: string): 4 | 6 | 0 => {
  const family = target.includes('%') ? 0 : isIP(target);
  return family === 4 || family === 6 ? family : 0;
};

const root = (line: string): LiftStep => ({ prompt: '#', line });
const shell = (line: string): LiftStep => ({ prompt: 'PS>', line });
const nothing = (note: string): Lift => ({ steps: [], note });

export function liftBlock({ script, target, system }: Block): Lift {
  // Scripts of Wazuh 3 have other names.
  const name = stockKindOf(script ?? '')?.executable ?? '';
  if (target === null) return nothing('The report does not say what was blocked.');
  if (name === 'disable-account') {
    if (!USER.test(target))
      return nothing('The name of the account is unusual. Unlock it with the tools of the system.');
    const note = system === 'unix' ? `On AIX: chuser account_locked=false ${target}` : null;
    return { steps: [root(`passwd -u ${target}`)], note };
  }
  const family = familyOf(target);
  if (family === 0) return nothing('What was blocked is no plain address, so no command is offered for it.');
  return byScript(name, target, family, system) ?? nothing(UNKNOWN);
}

const UNKNOWN = 'How this script is undone is not known: it does not come with Wazuh.';
const RELOAD = 'A restart of the agent ends timed blocks only.';

function byScript(name: string, target: string, family: 4 | 6, system: AgentSystem): Lift | null {
  switch (name) {
    case 'firewall-drop':
    case 'default-firewall-drop':
      return firewallDrop(target, family, system);
    case 'firewalld-drop':
      return {
        steps: [root(`firewall-cmd --remove-rich-rule='rule family="ipv${family}" source address="${target}" drop'`)],
        note: null,
      };
    case 'pf':
      return pf(target);
    case 'npf':
      return { steps: [root(`npfctl table wazuh_blacklist rem ${target}`)], note: null };
    case 'ipfw':
      return { steps: [root(`ipfw table 1 delete ${target}`)], note: null };
    case 'host-deny':
      return hostDeny(target, system);
    case 'route-null':
      return { steps: [root(system === 'unix' ? `route delete ${target}` : `route del ${target} reject`)], note: null };
    case 'route-null.exe':
      return {
        steps: [shell(`route DELETE ${target}`)],
        note: 'The route is persistent: it outlives a restart of the host.',
      };
    case 'netsh.exe':
      return {
        steps: [
          shell(`netsh advfirewall firewall delete rule name="WAZUH ACTIVE RESPONSE BLOCKED IP" remoteip=${target}/32`),
        ],
        note: 'It removes both rules, in and out.',
      };
    case 'ip-customblock':
      return { steps: [root(`rm -f /ipblock/${target}`)], note: 'The tool that reads the folder has to notice.' };
    default:
      return null;
  }
}

const pf = (target: string, note: string | null = null): Lift => ({
  steps: [root(`pfctl -t wazuh_fwtable -T delete ${target}`)],
  note,
});

const OTHER_UNIX = 'On Solaris and AIX: with the tools of the system.';

function firewallDrop(target: string, family: 4 | 6, system: AgentSystem): Lift {
  if (system === 'macos') return pf(target);
  if (system === 'unix') return pf(target, `With ipfw: ipfw table 1 delete ${target}. ${OTHER_UNIX}`);
  const tool = family === 4 ? 'iptables' : 'ip6tables';
  return {
    steps: [root(`${tool} -D INPUT -s ${target} -j DROP`), root(`${tool} -D FORWARD -s ${target} -j DROP`)],
    note: system === 'unknown' ? `For Linux: the system of this host is not known. ${RELOAD}` : RELOAD,
  };
}

/** The whole line, not a part of it: 10.0.0.1 is also in 10.0.0.11. */
function hostDeny(target: string, system: AgentSystem): Lift {
  const address = target.replaceAll('.', '\\.');
  const line = `'/^ALL:${address}$/d'`;
  if (system === 'macos') return { steps: [root(`sed -i '' ${line} /etc/hosts.deny`)], note: null };
  if (system === 'unix') {
    const steps = [root(`sed -i '' '/^ALL : ${address} : deny$/d' /etc/hosts.allow`)];
    return { steps, note: 'For FreeBSD. On other systems the line is in /etc/hosts.deny.' };
  }
  const note = system === 'unknown' ? 'For Linux: the system of this host is not known.' : null;
  return { steps: [root(`sed -i ${line} /etc/hosts.deny`)], note };
}
