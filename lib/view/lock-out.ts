/* What the lock-out guard found, as pages show it. Plain data. */
import type { OwnAddress } from './own-address.ts';

export type LockOut = {
  /** Covered by no white list entry. `isNew`: the draft brings it about. */
  open: (OwnAddress & { isNew: boolean })[];
  /** The responses that could block them: "firewall-drop on every connected agent". */
  by: string[];
};

/** What an address is to us, in the middle of a sentence. */
export const OWN_WORDS: Record<OwnAddress['what'], string> = {
  you: 'you',
  manager: 'the manager',
  agent: 'an agent',
  'cluster-node': 'a cluster node',
  indexer: 'the indexer',
  dashboard: 'the dashboard',
  gateway: 'a gateway',
  'name-server': 'a name server',
};
