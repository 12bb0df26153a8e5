import { describeAlertHistoryContract } from '../alert-history-contract.ts';
import { createIndexerHistory } from './indexer-history.ts';
import { STAND_IN_PASSWORD, STAND_IN_USER, startIndexerStandIn } from './stand-in/indexer-stand-in.ts';

describeAlertHistoryContract('the indexer', {
  make: async (lines) => {
    const { url, close } = await startIndexerStandIn(lines);
    const settings = { url, user: STAND_IN_USER, password: STAND_IN_PASSWORD, ca: null, index: 'wazuh-alerts-4.x-*' };
    return { history: createIndexerHistory(settings), dispose: close };
  },
  countsUnreadable: false,
  makesText: true,
});
