import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { SeverityIcon } from '@/components/ui/severity-mark';
import { type Finding, SEVERITIES, type Severity } from '@/lib/ossec/findings/finding';
import { FixFinding, type FixProps } from './fix-finding';
import { MuteFinding, type MuteProps } from './mute-finding';
import { MutedFindings, type MutedItem, type UnmuteProps } from './muted-findings';

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

export type FindingItem = { finding: Finding; key: string; fixed: boolean; fixable: boolean };

type Props = {
  items: FindingItem[];
  muted: MutedItem[];
  /** Absent for who may only look. */
  mute?: MuteProps['mute'] | undefined;
  unmute?: UnmuteProps['unmute'] | undefined;
} & Pick<FixProps, 'fix' | 'undoTo'>;

const hrefOf = ({ line }: Finding): string => (line === null ? '/source' : `/source?line=${line}`);

function Counts({ items }: { items: FindingItem[] }) {
  return (
    <ul className="mx-4 mb-2 grid grid-cols-4 rounded-control border border-line">
      {SEVERITIES.map((severity) => {
        const count = items.filter(({ finding }) => finding.severity === severity).length;
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
  );
}

/** What an admin should know about the file on disk, the worst first; what was set aside is a click away. */
export function FindingsPanel({ items, muted, mute, unmute, fix, undoTo }: Props) {
  return (
    <Panel
      title="Findings"
      sub={items.length > SHOWN ? `${SHOWN} of ${items.length}` : undefined}
      className="self-start"
    >
      <Counts items={items} />
      {items.length === 0 && (
        <EmptyState compact icon={<CircleCheck />} title="Nothing to report">
          No check found anything in this file.
        </EmptyState>
      )}
      <ul className="pb-1.5">
        {items.slice(0, SHOWN).map(({ finding, key, fixed, fixable }) => (
          <li key={`${key} ${finding.line}`} className="group/finding flex items-start hover:bg-surface-2">
            <Link
              href={hrefOf(finding)}
              prefetch={false}
              className="flex min-w-0 flex-1 items-start gap-2.5 py-1.5 pr-2 pl-4 text-fg no-underline"
            >
              <SeverityIcon severity={finding.severity} className="mt-px shrink-0" />
              <span className="min-w-0 flex-1">
                <b className="block leading-[18px] font-medium">{finding.title}</b>
                <small className="block text-12 text-fg-2">
                  {finding.detail}
                  {finding.line !== null && <span className="text-fg-3"> Line {finding.line}.</span>}
                </small>
              </span>
              {fixed && <Badge tone="violet">Fixed in draft</Badge>}
            </Link>
            {fixable && !fixed && <FixFinding findingKey={key} title={finding.title} fix={fix} undoTo={undoTo} />}
            {mute && finding.severity !== 'blocker' && (
              <MuteFinding findingKey={key} title={finding.title} mute={mute} />
            )}
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p className="border-line border-t px-4 py-2.5 text-12 text-fg-2">
          {items.length - SHOWN} more. Each response and command shows its own in its list.
        </p>
      )}
      {muted.length > 0 && <MutedFindings muted={muted} unmute={unmute} />}
    </Panel>
  );
}
