/* The manager reads rules_id up to the first sign it does not expect, and says nothing about the rest (dialect §9). */
import type { Check } from '../finding.ts';
import { responseCheck, say } from '../support/say.ts';
import { idsOf, levelOf } from '../support/trigger-rules.ts';
import { listed, shown } from '../support/words.ts';

/** Ids, commas and spaces only; what follows the last id does no harm. */
const isList = (text: string): boolean =>
  !/[\t-\r]/.test(text.trimEnd()) && text.split(',').every((part) => /^\d{0,9}$/.test(part.trim()));

export const rulesIdCut: Check = responseCheck('rules-id-cut', 'L08', (response) => {
  const { rulesId, rulesGroup } = response;
  if (!rulesId || isList(rulesId)) return null;
  const read = idsOf(response).map(String);
  // Then nothing sets it off, and never-fires says so.
  if (read.length === 0 && levelOf(response) === 0 && rulesGroup === null) return null;
  const written = rulesId.match(/\d+/g) ?? [];
  if (read.length === 0) return say('error', 'No rule id is read', `Wazuh stops at the start of ${shown(rulesId)}.`);
  const lost = written.filter((id) => !read.includes(id));
  if (lost.length === 0) {
    return say('warning', 'rules_id holds more than numbers', `Wazuh reads ${listed(read)} from ${shown(rulesId)}.`);
  }
  return say(
    'error',
    `${lost.length === 1 ? 'Rule' : 'Rules'} ${listed(lost)} ${lost.length === 1 ? 'is' : 'are'} not read`,
    `Wazuh reads only ${listed(read)}. Write the ids on one line, with a comma between them.`,
  );
});
