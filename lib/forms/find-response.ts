/*
 * The response behind the key of an address: `r3` a block of the file, `c0` one inside a comment, `d-<change id>` one that
 * exists only in the draft. Pure.
 */
import type { Change } from '../ossec/edit/change.ts';
import { outcomesOf } from '../ossec/edit/outcome.ts';
import type { ResponseFacts } from '../ossec/findings/finding.ts';
import type { ConfigModel } from '../ossec/model/config-model.ts';
import type { ResponseFormTarget } from './response-form.ts';

export type FoundResponse = {
  target: ResponseFormTarget;
  /** As the file has it; null for one that the draft adds. */
  before: ResponseFacts | null;
  /** As the draft leaves it; null for one that it removes. */
  after: ResponseFacts | null;
  line: number | null;
  /** Its place among the responses that the draft leaves. */
  position: number;
};

/** Null when there is no such response. `changes` are those of the draft that take part in its plan. */
export function findResponse(
  model: ConfigModel,
  changes: readonly { id: string; change: Change }[],
  key: string,
): FoundResponse | null {
  const addedIds = changes.filter(({ change }) => change.op === 'add-response').map(({ id }) => id);
  const { responses } = outcomesOf(
    model,
    changes.map(({ change }) => change),
  );
  let position = 0;
  for (const { block, before, after, added } of responses) {
    const target = targetOf(block, addedIds[added ?? -1]);
    if (target && keyOf(target) === key) return { target, before, after, line: block?.line ?? null, position };
    if (after) position++;
  }
  return null;
}

type Block = ReturnType<typeof outcomesOf>['responses'][number]['block'];

function targetOf(block: Block, changeId: string | undefined): ResponseFormTarget | null {
  if (!block) return changeId === undefined ? null : { kind: 'added', changeId };
  const { fingerprint } = block;
  return 'commented' in block
    ? { kind: 'commented', commented: block.commented, fingerprint }
    : { kind: 'block', index: block.index, fingerprint };
}

/** The way back: what an address says. */
export function keyOf(target: ResponseFormTarget): string {
  switch (target.kind) {
    case 'block':
      return `r${target.index}`;
    case 'commented':
      return `c${target.commented}`;
    case 'added':
      return `d-${target.changeId}`;
    case 'new':
      return 'new';
  }
}

/** The key of the response that a change leaves in force; null where it leaves none, or is about something else. */
export function keyOfChange({ id, change }: { id: string; change: Change }): string | null {
  if (change.op === 'add-response') return `d-${id}`;
  if (change.op !== 'edit-response' && change.op !== 'enable-response') return null;
  return change.commented === undefined ? `r${change.index}` : `c${change.commented}`;
}
