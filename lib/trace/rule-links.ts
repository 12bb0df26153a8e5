/* Links on the manager's side, up to the response: can the rule set off anything, and does it set off this one. Pure. */
import { encodeText } from '../ossec/byte-text.ts';
import type { RuleFacts } from '../ossec/findings/finding.ts';
import { shown } from '../ossec/findings/support/words.ts';
import { toCInt } from '../ossec/model/c-number.ts';
import { toGroupPattern } from '../ossec/trigger/os-regex.ts';
import { readRuleIds } from '../ossec/trigger/rule-ids.ts';
import { bad, ok, type Said, unknown } from './link.ts';
import { formOf, type TracedResponse, type TraceFacts } from './trace-facts.ts';

/** The rule as the engine has it, else as the alert tells it. */
export function ruleOf({ alert, rules }: Pick<TraceFacts, 'alert' | 'rules'>): RuleFacts {
  return rules?.byId.get(alert.ruleId) ?? { id: alert.ruleId, level: alert.level, groups: alert.groups };
}

export function ruleLink({ alert, rules }: TraceFacts): Said {
  const { ruleId } = alert;
  if (!rules) return unknown('The rule files of the manager cannot be read. What the alert says of its rule counts.');
  const rule = rules.byId.get(ruleId);
  if (!rule) {
    const why = `No rule file has rule ${ruleId}. It was removed or is excluded since, or another manager raised the alert.`;
    return bad(why, { fix: 'Look for the rule in ruleset/rules and etc/rules of the manager.' });
  }
  const place = `Rule ${ruleId} in ${rule.file}`;
  if (rule.level === 0) {
    const fix = 'Give the rule a level of 1 or more in etc/rules/local_rules.xml, with overwrite="yes".';
    return bad(`${place} has level 0. Such a rule never sets off a response.`, { fix });
  }
  if (rule.noAr) {
    const fix = 'Take no_ar out of its <options>, or overwrite the rule without it.';
    return bad(`${place} says no_ar: it never sets off a response.`, { fix });
  }
  const again = rule.overwritten ? ' That file overwrites the rule that comes with Wazuh.' : '';
  const then = rule.level === alert.level ? '' : ` The alert was raised with level ${alert.level}.`;
  return ok(`${place} has level ${rule.level}.${again}${then} It may set off responses.`);
}

type Criterion = { holds: boolean; words: string };

function criteriaOf(block: TracedResponse, rule: RuleFacts) {
  const level = block.level === null ? 0 : toCInt(block.level);
  const ids = block.rulesId === null ? [] : readRuleIds(block.rulesId);
  const byLevel: Criterion | null =
    level === 0
      ? null
      : {
          holds: rule.level >= level,
          words: `level ${rule.level} ${rule.level >= level ? 'reaches' : 'is below'} ${level}`,
        };
  const holdsGroup =
    block.rulesGroup !== null && toGroupPattern(encodeText(block.rulesGroup)).matches(encodeText(rule.groups));
  const byGroup: Criterion | null =
    block.rulesGroup === null
      ? null
      : {
          holds: holdsGroup,
          words: `its groups ${holdsGroup ? 'match' : 'do not match'} ${shown(block.rulesGroup)}`,
        };
  const isListed = ids.includes(rule.id);
  const byId: Criterion | null =
    ids.length === 0
      ? null
      : { holds: isListed, words: `${rule.id} is ${isListed ? '' : 'not '}among the rules ${ids.join(', ')}` };
  return { byLevel, byGroup, byId };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Which criterion misses; level and group count together, ids by themselves (wazuh-facts §2.3). */
export function boundLink(facts: TraceFacts, block: TracedResponse): Said {
  const rule = ruleOf(facts);
  const { byLevel, byGroup, byId } = criteriaOf(block, rule);
  const place = { line: block.line, href: formOf(block) };
  const together = [byLevel, byGroup].filter((one) => one !== null);
  if (together.length === 0 && !byId)
    return bad('It has no level, no group and no rule: no alert ever sets it off.', {
      ...place,
      fix: 'Give it a trigger.',
    });
  if (byId?.holds) return ok(sentence(byId.words), { line: block.line });
  // An alert tells its groups in another form than the engine compares: commas and order are lost.
  if (byGroup && byLevel?.holds !== false && !facts.rules?.byId.has(rule.id))
    return unknown(`The rule is not known, so whether ${shown(block.rulesGroup ?? '')} matches is not either.`, place);
  if (together.length > 0 && together.every(({ holds }) => holds))
    return ok(sentence(together.map(({ words }) => words).join(', and ')), { line: block.line });
  const misses = [...together, ...(byId ? [byId] : [])].filter(({ holds }) => !holds).map(({ words }) => words);
  const both = together.length === 2 ? ' Level and group have to hold together.' : '';
  const either = byId && together.length > 0 ? ' A listed rule would do by itself.' : '';
  return bad(`${sentence(misses.join(', and '))}${both}${either}`, {
    ...place,
    fix: 'Change the trigger, if this alert is to set it off.',
  });
}
