/*
 * Rules that fire because a response ran, or because Wazuh restarted (wazuh-facts §9.2). The stock ones stand in where the
 * manager's own rules are not known.
 */

import { remember } from '../../trigger/remember.ts';
import type { Facts, RuleFacts } from '../finding.ts';

const stock = (ids: readonly number[], groups: string): RuleFacts[] => ids.map((id) => ({ id, level: 3, groups }));

const RUN_IDS = [601, 602, 603, 604, 605, 606, 607, 651, 652, 653, 654, 655, 656, 657];
const RESTART_IDS = [501, 502, 503, 504, 506];
/** Warns that Windows Firewall is off, each time netsh.exe runs; level 5. */
const FIREWALL_OFF_ID = 658;

const RUN = stock(RUN_IDS, 'ossec,active_response,');
const RESTART = stock(RESTART_IDS, 'ossec,');
const RUN_AND_FIREWALL = [...RUN, { id: FIREWALL_OFF_ID, level: 5, groups: 'ossec,active_response,' }];

const isNetsh = (executable: string) => executable === 'netsh.exe';

const ownRunRules = remember((executable, rules) =>
  rules.filter(({ id }) => RUN_IDS.includes(id) || (isNetsh(executable) && id === FIREWALL_OFF_ID)),
);

const ownRestartRules = remember((_, rules) => rules.filter(({ id }) => RESTART_IDS.includes(id)));

/** The rules by which a run of the executable reports itself. */
export function runRules({ rules }: Facts, executable: string): readonly RuleFacts[] {
  if (rules) return ownRunRules(executable, rules);
  return isNetsh(executable) ? RUN_AND_FIREWALL : RUN;
}

/** The rules that a restart of an agent or manager sets off. */
export const restartRules = ({ rules }: Facts): readonly RuleFacts[] => (rules ? ownRestartRules('', rules) : RESTART);
