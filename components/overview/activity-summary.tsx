import Link from 'next/link';
import { OutcomeMark } from '@/components/activity/outcome-mark';
import { Panel } from '@/components/ui/panel';
import type { OutcomeCount } from '@/lib/activity/ask-activity';

type Props = {
  counts: readonly OutcomeCount[];
  /** "host-deny on web-01, today 14:28"; null when nothing ran in the time that is known. */
  last: string | null;
  /** "in 7 days" */
  period: string;
};

const SHOWN = ['running', 'permanent', 'unseen', 'failed'] as const;

/** What is in force and what went wrong, in four numbers. */
export function ActivitySummary({ counts, last, period }: Props) {
  const more = (
    <Link href="/activity" className="text-blue-fg no-underline hover:underline">
      Activity
    </Link>
  );
  return (
    <Panel title="Blocks and failures" sub={period} more={more}>
      <ul className="mx-4 mb-2 grid grid-cols-2 rounded-control border border-line min-[560px]:grid-cols-4">
        {SHOWN.map((outcome) => (
          <li
            key={outcome}
            className="border-line px-2.5 pt-[7px] pb-2 text-12 not-first:border-l max-[559px]:odd:border-l-0 max-[559px]:[&:nth-child(n+3)]:border-t"
          >
            <Link href={`/activity?outcome=${outcome}`} className="block no-underline hover:underline">
              <b className="block text-16 font-semibold text-fg">
                {counts.find((one) => one.outcome === outcome)?.count ?? 0}
              </b>
              <OutcomeMark outcome={outcome} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="px-4 pb-3 text-12 text-fg-2">{last === null ? 'No run is known.' : `Last run: ${last}.`}</p>
    </Panel>
  );
}
