/* What scripts reported of their runs, by day (UTC) and script. Plain data for Overview. */

export type ReportedRuns = {
  from: number;
  to: number;
  /** Whole days that are counted. */
  days: number;
  /** False when the history begins later, or holds more reports than are counted. */
  isWhole: boolean;
  /** Alerts are still being read, or reading was stopped. */
  soFar: boolean;
  runs: number;
  byDay: readonly { at: number; script: string; runs: number }[];
};
