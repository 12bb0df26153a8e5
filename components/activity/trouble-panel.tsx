import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { TroubleRow } from '@/lib/view/activity';

const SHOWN = 8;

type Props = {
  rows: readonly TroubleRow[];
  period: string;
  /** Part of the period could not be judged; the page says which. */
  isPart: boolean;
};

/** Where a script fails, in its own words where there are any. */
export function TroublePanel({ rows, period, isPart }: Props) {
  return (
    <Panel title="Where it fails" sub={period} line>
      {rows.length === 0 ? (
        <EmptyState
          compact
          icon={isPart ? <CircleDashed /> : <CircleCheck />}
          title={isPart ? 'No script complained' : 'No trouble is known'}
        >
          {isPart
            ? 'Missing runs are told for a part of these days only: see the note above.'
            : 'No script complained, and no expected run is missing, as far as the reports tell.'}
        </EmptyState>
      ) : (
        <ul>
          {rows.slice(0, SHOWN).map(({ key, agentName, script, counts, why, said, href }) => (
            <li key={key} className="border-line border-b px-4 py-2.5 last:border-b-0">
              <p>
                <Link href={href} className="font-semibold text-fg hover:underline">
                  {script} on {agentName}
                </Link>
              </p>
              <p className="text-12 text-fg-2">{counts}</p>
              {said ? (
                <code className="block text-12 wrap-anywhere text-red-fg">{said}</code>
              ) : (
                why && <p className="text-12 text-fg-2">{why}</p>
              )}
            </li>
          ))}
          {rows.length > SHOWN && <li className="px-4 py-2.5 text-12 text-fg-2">{rows.length - SHOWN} more.</li>}
        </ul>
      )}
    </Panel>
  );
}
