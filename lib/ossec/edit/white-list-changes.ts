/*
 * Adding to and removing from the white list: addresses for which Wazuh runs no response at all (wazuh-facts §2.5).
 */
import type { ConfigModel } from '../model/config-model.ts';
import { breadthOf, MOST } from '../white-list/breadth.ts';
import { parseEntry } from '../white-list/parse-entry.ts';
import { assertCarried } from './block-tags.ts';
import type { Change } from './change.ts';
import { RefusedChange } from './refusal.ts';
import type { TargetState } from './target-state.ts';

type WhiteListChange = Extract<Change, { op: 'add-white-list' | 'remove-white-list' }>;

/** Octets without an anchor: as a pattern it would match in the middle of other addresses, and hardly ever is meant to. */
const IPV4_PART = /^[\d./]+$/;

/** An entry that would match every address, or stop the manager, is refused. */
function assertEntry(address: string): void {
  const refuse = (message: string, hint: string) => new RefusedChange('white-list-entry', message, hint);
  if (address.trim() !== address || address === '')
    throw refuse('The address is empty or has blanks around it.', 'Write it without blanks.');
  if (address.startsWith('!')) throw refuse('Wazuh ignores a leading “!”.', 'Leave it out.');
  const entry = parseEntry(address);
  if (entry.kind === 'refused' || (entry.kind === 'pattern' && IPV4_PART.test(address))) {
    const effect = entry.kind === 'refused' ? 'The manager would not start.' : 'Wazuh would search it as text.';
    throw refuse(
      `${address.slice(0, 60)} is not an IPv4 address or network. ${effect}`,
      'Write it like 192.0.2.10 or 192.0.2.0/24.',
    );
  }
  if (entry.kind === 'pattern' && entry.pieces.some(({ how }) => how === 'all'))
    throw refuse('An empty alternative matches every address: no response would ever run.', 'Remove the stray “|”.');
  if (breadthOf([address]).ipv4 >= MOST)
    throw refuse(
      `${address.slice(0, 60)} covers half of all IPv4 addresses or more: hardly a response would ever run.`,
      'Write the network that you mean, like 192.0.2.0/24.',
    );
}

export function collectWhiteList(state: TargetState, change: WhiteListChange, model: ConfigModel): void {
  const { address } = change;
  const inFile = model.whiteList.some((entry) => entry.address === address);
  if (change.op === 'add-white-list') {
    assertEntry(address);
    assertCarried('white_list', address);
    state.whiteListRemoved = state.whiteListRemoved.filter((known) => known !== address);
    if (!inFile && !state.whiteListAdded.includes(address)) state.whiteListAdded.push(address);
    return;
  }
  if (!inFile && !state.whiteListAdded.includes(address)) {
    throw new RefusedChange(
      'no-such-address',
      `${address} is not in the white list.`,
      'It was removed. Reload the page.',
    );
  }
  state.whiteListAdded = state.whiteListAdded.filter((known) => known !== address);
  if (inFile) state.whiteListRemoved.push(address);
}
