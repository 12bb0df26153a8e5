/* An address that belongs to us, as the lock-out guard and the backtest name it. Plain data for pages. */

export type OwnAddress = {
  /** A numeric address. */
  address: string;
  what: 'you' | 'manager' | 'agent' | 'cluster-node' | 'indexer' | 'dashboard' | 'gateway' | 'name-server';
  /** The agent's or node's name; null where there is none. */
  name: string | null;
};
