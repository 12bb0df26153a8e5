/*
 * Owns the daemons of a manager: names, status order, and which of them a default manager needs (wazuh-facts §6.1).
 * Knows nothing about their processes.
 */
import type { ManagerIdentity } from '../manager.ts';

export type DaemonName = { name: string; required: boolean };

const wazuhOrder = [
  ...['clusterd', 'modulesd', 'monitord', 'logcollector', 'remoted', 'syscheckd', 'analysisd', 'maild', 'execd', 'db'],
  ...['authd', 'agentlessd', 'integratord', 'csyslogd', 'apid'],
];
const wazuhOptional = new Set(['clusterd', 'maild', 'agentlessd', 'integratord', 'csyslogd']);

const ossecOrder = [
  ...['monitord', 'logcollector', 'remoted', 'syscheckd', 'analysisd', 'maild', 'execd', 'agentlessd', 'csyslogd'],
];
const ossecOptional = new Set(['maild', 'agentlessd', 'csyslogd']);

/** In the status order of wazuh-control (or ossec-control). */
export function listDaemonNames(flavour: ManagerIdentity['flavour']): DaemonName[] {
  const [order, optional] = flavour === 'wazuh' ? [wazuhOrder, wazuhOptional] : [ossecOrder, ossecOptional];
  return order.map((name) => ({ name: `${flavour}-${name}`, required: !optional.has(name) }));
}
