/* A restart is reported by rules, which may set off the next restart. */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { restartRules } from '../support/report-rules.ts';
import { responseCheck, say } from '../support/say.ts';
import { rulesSettingOff } from '../support/trigger-rules.ts';
import { listed } from '../support/words.ts';

const RESTARTS = new Set(['restart-wazuh', 'restart-wazuh.exe', 'restart.sh', 'restart-ossec.sh', 'restart-ossec.cmd']);

export const restartLoop: Check = responseCheck('restart-loop', 'L32', (response, facts) => {
  if (!RESTARTS.has(commandOf(response, facts)?.executable ?? '')) return null;
  const loop = rulesSettingOff(response, restartRules(facts)).map(({ id }) => String(id));
  if (loop.length === 0) return null;
  return say(
    'error',
    'Each restart sets off the next one',
    `A restart fires ${loop.length === 1 ? 'rule' : 'rules'} ${listed(loop)}, which sets this off again. Use level 4 or higher, or other rules.`,
  );
});
