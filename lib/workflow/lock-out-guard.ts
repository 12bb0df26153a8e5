/*
 * Which addresses of our own a response could cut off: those that no white list entry covers, while there are responses that
 * block. Pure; says nothing about what alerts came, and nothing about agents, which are many and come and go.
 */
import { describeLocation } from '../ossec/describe/describe-response.ts';
import { toText } from '../ossec/describe/phrase.ts';
import type { Facts } from '../ossec/findings/finding.ts';
import { blockingResponses } from '../ossec/findings/support/blocking-responses.ts';
import { toWhiteList } from '../ossec/white-list/is-listed.ts';
import type { LockOut } from '../view/lock-out.ts';
import type { OwnAddress } from '../view/own-address.ts';
import type { Dismissal } from './lock-out-dismissals.ts';

type Asked = {
  own: readonly OwnAddress[];
  dismissed: ReadonlyMap<string, Dismissal>;
  /** Of the file as it is. */
  before: Facts;
  /** Of the file as the draft leaves it; the same where there is no draft. */
  after: Facts;
};

/** Null when nothing of ours can be blocked. */
export function findLockOut({ own, dismissed, before, after }: Asked): LockOut | null {
  const guarded = own.filter(({ address, what }) => what !== 'agent' && !dismissed.has(address));
  const open = openIn(guarded, after);
  if (open.length === 0) return null;
  const known = new Set(openIn(guarded, before).map(({ address }) => address));
  return {
    open: open.map((one) => ({ ...one, isNew: !known.has(one.address) })),
    by: blockersIn(after),
  };
}

/** What could be blocked with this file: nothing where no response blocks. */
function openIn(own: readonly OwnAddress[], facts: Facts): OwnAddress[] {
  if (!facts.whiteList || blockingResponses(facts).length === 0) return [];
  const isListed = toWhiteList(facts.whiteList.map(({ address }) => address));
  return own.filter(({ address }) => !isListed(address));
}

/** "firewall-drop on every connected agent", each once. */
export function blockersIn(facts: Facts): string[] {
  const nameOf = (id: string | null) => facts.agents?.find((agent) => agent.id === id)?.name ?? null;
  const words = blockingResponses(facts).map(
    (response) => `${response.command} on ${toText(describeLocation(response, nameOf(response.agentId)))}`,
  );
  return [...new Set(words)];
}
