/*
 * The one change that mends a finding without a decision of the admin, where there is one. Only what the planner would do is
 * offered.
 */
import type { Change } from '../ossec/edit/change.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import { type Config, planChanges } from '../ossec/index.ts';

export function safeFix(config: Config, finding: Finding): Change | null {
  const change = changeFor(config, finding);
  return change && planChanges(config, [change]).ok ? change : null;
}

function changeFor({ model }: Config, { id, subject }: Finding): Change | null {
  if (subject.kind !== 'response') return null;
  const block = model.responses[subject.index];
  if (!block) return null;
  const { index, rulesGroup } = block;
  if (id === 'duplicate-response') return { op: 'remove-response', index };
  if (id === 'blanks-in-value' && rulesGroup && rulesGroup.trim() !== rulesGroup)
    return { op: 'edit-response', index, set: { rulesGroup: rulesGroup.trim() } };
  return null;
}
