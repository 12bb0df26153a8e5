/*
 * Rules that fire because a response ran, or because Wazuh restarted (wazuh-facts §9.2). The stock ones stand in where the
 * manager's own rules are not known.
 */
import type { Facts, RuleFacts } from '../finding.ts';

const stock = (ids: readonly number[], groups: string): RuleFacts[] => ids.map((id) => ({ id, level: 3, groups }));

const RUN_IDS = [601, 602, 603, 604, 605, 606, 607, 651, 652, 653, 654, 655, 656, 657];
const RESTART_IDS = [501, 502, 503, 504, 506];
/** Warns that Windows Firewall is off, each time netsh.exe runs; level 5. */
const FIREWALL_OFF_ID = 658;

const RUN = stock(RUN_IDS, 'ossec,active_response,');
const RESTART = stock(RESTART_IDS, 'ossec,');
const FIREWALL_OFF: RuleFacts = { id: FIREWALL_OFF_ID, level: 5, groups: 'ossec,active_response,' };

const chosen = ({ rules }: Facts, ids: readonly number[], fallback: readonly RuleFacts[]): readonly RuleFacts[] =>
  rules ? rules.filter(({ id }) => ids.includes(id)) : fallback;

/** The rules by which a run of the executable reports itself. */
export const runRules = (facts: Facts, executable: string): readonly RuleFacts[] => {
  const reports = chosen(facts, RUN_IDS, RUN);
  return executable === 'netsh.exe' ? [...reports, ...chosen(facts, [FIREWALL_OFF_ID], [FIREWALL_OFF])] : reports;
};

/** The rules that a restart of an agent or manager sets off. */
export const restartRules = (facts: Facts): readonly RuleFacts[] => chosen(facts, RESTART_IDS, RESTART);
