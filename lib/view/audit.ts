/* The audit log as data for its page: entries in words. Plain shapes. */

export type AuditRow = {
  seq: number;
  /** "today 14:28:03" */
  when: string;
  /** For machines and for a tooltip: ISO 8601. */
  iso: string;
  who: string;
  action: string;
  facts: string[];
  place: { href: string; words: string } | null;
};

export type AuditQuery = { q: string; action: string; person: string; from: string; to: string };

export type AuditVerdict =
  /** `head` is the hash of the last entry: who keeps it elsewhere can prove later that nothing before it changed. */
  | { ok: true; entries: number; head: string }
  /** `seq` is the first entry that is wrong, or missing. */
  | { ok: false; seq: number; problem: string };
