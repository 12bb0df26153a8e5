/* Which rules set off which response of a file, as `riposte bind` and the dashboard's pages ask for it. */
import type { RuleFacts } from '../ossec/findings/finding.ts';
import { type LoadedTrigger, rulesSettingOff } from '../ossec/trigger/rules-setting-off.ts';

export { toTest } from '../ossec/trigger/rules-setting-off.ts';

/** For each response, in order, the rules that set it off, by ascending id. */
export const bindRules = <R extends RuleFacts>(responses: readonly LoadedTrigger[], rules: readonly R[]): R[][] =>
  responses.map((response) => rulesSettingOff(response, rules).sort((a, b) => a.id - b.id));
