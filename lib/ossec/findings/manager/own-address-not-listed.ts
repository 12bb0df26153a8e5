/* The white list must cover the manager, or a forged alert cuts it off. */
import { toWhiteList } from '../../white-list/is-listed.ts';
import type { Check, Facts, Finding } from '../finding.ts';
import { blockingResponses } from '../support/blocking-responses.ts';
import { onFile, say } from '../support/say.ts';
import { listed } from '../support/words.ts';

const ID = 'own-address-not-listed';
const LOOPBACK = '127.0.0.1';

export const ownAddressNotListed: Check = { id: ID, lint: 'L23', run };

function run(facts: Facts): Finding[] {
  const { whiteList } = facts;
  if (!whiteList || blockingResponses(facts).length === 0) return [];
  const isListed = toWhiteList(whiteList.map(({ address }) => address));
  const own = (facts.ownAddresses ?? []).filter((address) => address !== LOOPBACK && !isListed(address));
  const found: Finding[] = [];
  if (own.length > 0) {
    const why = 'An alert that carries such an address cuts agents off from the manager. Add each to the white list.';
    found.push(onFile(ID, say('error', `The manager can be blocked: ${listed(own)}`, why)));
  }
  if (!isListed(LOOPBACK)) {
    const why =
      'An alert that carries it cuts programs on one host off from each other. Add 127.0.0.1 to the white list.';
    found.push(onFile(ID, say('warning', 'The white list lacks 127.0.0.1', why)));
  }
  return found;
}
