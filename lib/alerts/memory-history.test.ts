import { describeAlertHistoryContract } from './alert-history-contract.ts';
import { createMemoryHistory } from './fixtures/memory-history.ts';

describeAlertHistoryContract('brute force', {
  make: async (lines) => ({ history: createMemoryHistory(() => lines.join('\n')), dispose: async () => {} }),
  countsUnreadable: true,
});
