/* Test only. Settings that the stand-in accepts. */
import type { IndexerSettings } from '../indexer-settings.ts';
import { STAND_IN_PASSWORD, STAND_IN_USER } from './indexer-stand-in.ts';

export const settingsFor = (url: URL, other: Partial<IndexerSettings> = {}): IndexerSettings => ({
  url,
  user: STAND_IN_USER,
  password: STAND_IN_PASSWORD,
  ca: null,
  index: 'wazuh-alerts-4.x-*',
  ...other,
});
