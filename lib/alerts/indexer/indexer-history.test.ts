import { describeAlertHistoryContract } from '../alert-history-contract.ts';
import { createIndexerHistory } from './indexer-history.ts';
import { startIndexerStandIn } from './stand-in/indexer-stand-in.ts';
import { settingsFor } from './stand-in/settings-for.ts';

describeAlertHistoryContract('the indexer', {
  make: async (lines) => {
    const { url, close } = await startIndexerStandIn(lines);
    return { history: createIndexerHistory(settingsFor(url)), dispose: close };
  },
  countsUnreadable: false,
  makesText: true,
});
