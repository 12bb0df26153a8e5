/*
 * What is true on every page, whatever it shows: the apply that is under way, the alarm that is on, which versions there are.
 * Plain shapes, read anew every few seconds.
 */
import type { Alarm, Decision, RunningApply } from './apply.ts';

export type ShellApply = RunningApply & {
  /** The name of the person who started it. */
  who: string;
  /** How many changes it brings. */
  changes: number;
  /** The revision that comes back when nobody keeps it; null when it has no number. */
  comesBack: number | null;
  decision: Decision | null;
};

/** Short texts that differ when the thing does: a page that was rendered with others is out of date. */
export type Fingerprints = {
  /** Who is signed in. */
  person: string;
  file: string | null;
  loaded: string | null;
  draft: string | null;
  /** The latest apply, and whether it has ended. */
  apply: string | null;
  /** The latest revision. */
  revision: string | null;
};

export type ShellState = {
  running: ShellApply | null;
  alarm: Alarm | null;
  fingerprints: Fingerprints;
  managerUp: boolean;
  /** When this was true, in words, in the server's zone: "14:02". */
  clock: string;
};

/** A fact about a version, in words: the draft, the file, what the manager runs. */
export type VersionRow = {
  term: string;
  value: string;
  sub: string | null;
  /** What it differs from, and how much that matters. */
  mark: { tone: 'violet' | 'amber' | 'red'; words: string } | null;
};
