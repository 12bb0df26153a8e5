// Owns counting: reads the JSON reports of Vitest and Playwright and says the sum in one line. A report that is missing
// or a runner that failed without a failed test counts as one failure, so a crash never looks like success.

export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
export const CRASH = { passed: 0, failed: 1, skipped: 0 };

/** Totals of Vitest's report; `exitCode` is what the runner itself ended with. */
export function readVitestTotals(report, exitCode) {
  if (!report) return CRASH;
  return withExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

/** Totals of Playwright's report. A test that passed when tried again counts as passed. */
export function readPlaywrightTotals(report, exitCode) {
  if (!report) return CRASH;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return withExitCode({ passed: expected + flaky, failed: unexpected, skipped }, exitCode);
}

export function addTotals(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NOTHING,
  );
}

/** `12 passed, 0 failed`, and `, 1 skipped` only when something was. */
export function describeTotals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function withExitCode(totals, exitCode) {
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
