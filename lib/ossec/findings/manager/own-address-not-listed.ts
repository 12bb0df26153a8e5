/* The white list must cover the manager, or a forged alert cuts it off. */

import { isListed } from '../../white-list/is-listed.ts';
import type { Check, Facts, Finding } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf, isLive } from '../support/command-of.ts';
import { onFile, say } from '../support/say.ts';
import { listed } from '../support/words.ts';

const ID = 'own-address-not-listed';
const LOOPBACK = '127.0.0.1';

export const ownAddressNotListed: Check = { id: ID, lint: 'L23', run };

function run(facts: Facts): Finding[] {
  const { whiteList } = facts;
  const isBlocking = facts.responses.some(
    (response) => isLive(response) && stockKindOf(commandOf(response, facts)?.executable ?? '')?.blocks,
  );
  if (!whiteList || !isBlocking) return [];
  const entries = whiteList.map(({ address }) => address);
  const isMissing = (address: string) => !isListed(address, entries);
  const own = (facts.ownAddresses ?? []).filter((address) => address !== LOOPBACK && isMissing(address));
  const found: Finding[] = [];
  if (own.length > 0) {
    const why = 'An alert that carries such an address cuts agents off from the manager. Add each to the white list.';
    found.push(onFile(ID, say('error', `The manager can be blocked: ${listed(own)}`, why)));
  }
  if (isMissing(LOOPBACK)) {
    const why =
      'An alert that carries it cuts programs on one host off from each other. Add 127.0.0.1 to the white list.';
    found.push(onFile(ID, say('warning', 'The white list lacks 127.0.0.1', why)));
  }
  return found;
}
