/* Each run of a response is reported by a rule, which may set the same response off (wazuh-facts §2.3). */
import type { Check } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { runRules } from '../support/report-rules.ts';
import { responseCheck, say } from '../support/say.ts';
import { rulesSettingOff } from '../support/trigger-rules.ts';
import { listed, shown } from '../support/words.ts';

export const responseLoop: Check = responseCheck('response-loop', 'L20', (response, facts) => {
  const executable = commandOf(response, facts)?.executable;
  // restart-loop has the better words for this one.
  if (executable === undefined || executable.startsWith('restart-wazuh')) return null;
  const loop = rulesSettingOff(response, runRules(facts, executable));
  if (loop.length === 0) return null;
  const ids = listed(
    loop.map(({ id }) => String(id)),
    'and',
    3,
  );
  return say(
    'error',
    `${shown(response.command)} sets itself off`,
    `${loop.length === 1 ? `Rule ${ids} reports` : `Rules ${ids} report`} each run, which sets this off again. Use level 4 or higher, or other groups or rules.`,
  );
});
