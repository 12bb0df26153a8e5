/* The white list should cover gateways and name servers: without them a host is cut off from more than one address. */
import { toWhiteList } from '../../white-list/is-listed.ts';
import type { Check } from '../finding.ts';
import { blockingResponses } from '../support/blocking-responses.ts';
import { onFile, say } from '../support/say.ts';
import { listed } from '../support/words.ts';

const ID = 'network-address-not-listed';

export const networkAddressNotListed: Check = {
  id: ID,
  lint: 'L23',
  run: (facts) => {
    const { whiteList, networkAddresses } = facts;
    if (!whiteList || !networkAddresses || blockingResponses(facts).length === 0) return [];
    const isListed = toWhiteList(whiteList.map(({ address }) => address));
    const open = networkAddresses.filter((address) => !isListed(address));
    if (open.length === 0) return [];
    const why = 'Hosts that block a gateway or name server are cut off from the network. Add each to the white list.';
    return [onFile(ID, say('warning', `The network can be blocked: ${listed(open)}`, why))];
  },
};
