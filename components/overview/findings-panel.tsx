import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { SeverityIcon } from '@/components/ui/severity-mark';
import { type Finding, SEVERITIES, type Severity } from '@/lib/ossec/findings/finding';

const WORDS: Record<Severity, [string, string]> = {
  blocker: ['Blocker', 'Blockers'],
  error: ['Error', 'Errors'],
  warning: ['Warning', 'Warnings'],
  note: ['Note', 'Notes'],
};
const TONES: Record<Severity, string> = {
  blocker: 'text-red-fg',
  error: 'text-red-fg',
  warning: 'text-amber-fg',
  note: 'text-blue-fg',
};
const SHOWN = 12;

type Props = { now: Finding[]; difference: { fixed: Finding[] } };

const hrefOf = ({ line }: Finding): string => (line === null ? '/source' : `/source?line=${line}`);

/** What an admin should know about the file on disk, the worst first. */
export function FindingsPanel({ now, difference }: Props) {
  const fixed = new Set(difference.fixed);
  return (
    <Panel title="Findings" sub={now.length > SHOWN ? `${SHOWN} of ${now.length}` : undefined} className="self-start">
      <ul className="mx-4 mb-2 grid grid-cols-4 rounded-control border border-line">
        {SEVERITIES.map((severity) => {
          const count = now.filter((finding) => finding.severity === severity).length;
          return (
            <li
              key={severity}
              className={cx(
                'border-line border-l px-2.5 pt-[7px] pb-2 text-12 first:border-l-0',
                count > 0 ? TONES[severity] : 'text-fg-2',
              )}
            >
              <b className={cx('block text-16 font-semibold', count === 0 && 'text-fg')}>{count}</b>
              {WORDS[severity][count === 1 ? 0 : 1]}
            </li>
          );
        })}
      </ul>
      {now.length === 0 && (
        <EmptyState compact icon={<CircleCheck />} title="Nothing to report">
          No check found anything in this file.
        </EmptyState>
      )}
      <ul className="pb-1.5">
        {now.slice(0, SHOWN).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server.
          <li key={index}>
            <Link
              href={hrefOf(finding)}
              prefetch={false}
              className="flex items-start gap-2.5 px-4 py-1.5 text-fg no-underline hover:bg-surface-2"
            >
              <SeverityIcon severity={finding.severity} className="mt-px shrink-0" />
              <span className="min-w-0 flex-1">
                <b className="block leading-[18px] font-medium">{finding.title}</b>
                <small className="block text-12 text-fg-2">{finding.detail}</small>
              </span>
              {fixed.has(finding) && <Badge tone="violet">Fixed in draft</Badge>}
            </Link>
          </li>
        ))}
      </ul>
      {now.length > SHOWN && (
        <p className="border-line border-t px-4 py-2.5 text-12 text-fg-2">
          {now.length - SHOWN} more. Each response and command shows its own in its list.
        </p>
      )}
    </Panel>
  );
}
