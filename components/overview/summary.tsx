import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { LocationWords } from '@/components/describe/location-words';
import { PhraseText } from '@/components/describe/phrase-text';
import { Panel } from '@/components/ui/panel';
import { StateMark } from '@/components/ui/state-mark';
import { describeTimeout } from '@/lib/ossec/describe/describe-duration';
import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import { type ResponseRow, type RowState, shownFacts } from '@/lib/view/response-row';

const SHOWN = 8;
const STATES: { state: RowState; href: string }[] = [
  { state: 'active', href: '/responses?state=active' },
  { state: 'disabled', href: '/responses?state=disabled' },
  { state: 'never', href: '/responses?state=never' },
  { state: 'broken', href: '/responses?state=broken' },
];

/** What is configured, in counts and in a few lines; the list itself is a click away. */
export function Summary({ rows, commands }: { rows: ResponseRow[]; commands: number }) {
  const inFile = rows.filter(({ before }) => before !== null);
  const more = (
    <Link href="/responses" className="text-blue-fg no-underline hover:underline">
      All {inFile.length}
    </Link>
  );
  return (
    <Panel title="Active responses" sub={`${inFile.length} in ossec.conf, ${commands} commands`} more={more}>
      <ul className="mx-4 mb-2 grid grid-cols-2 rounded-control border border-line min-[560px]:grid-cols-4">
        {STATES.map(({ state, href }) => (
          <li
            key={state}
            className="border-line px-2.5 pt-[7px] pb-2 text-12 not-first:border-l max-[559px]:odd:border-l-0 max-[559px]:[&:nth-child(n+3)]:border-t"
          >
            <Link href={href} className="block no-underline hover:underline">
              <b className="block text-16 font-semibold text-fg">
                {inFile.filter((row) => row.mark !== '-' && row.state === state).length}
              </b>
              <StateMark state={state} />
            </Link>
          </li>
        ))}
      </ul>
      <ul className="pb-1.5">
        {inFile.slice(0, SHOWN).map((row) => {
          const facts = shownFacts(row);
          return (
            <li key={row.key}>
              <Link
                href={`/responses/${row.key}`}
                prefetch={false}
                className="grid grid-cols-[minmax(0,1fr)_16px] items-center gap-x-3 px-4 py-[7px] text-fg no-underline hover:bg-surface-2 min-[760px]:grid-cols-[minmax(0,1fr)_minmax(0,180px)_72px_16px]"
              >
                <span className="min-w-0">
                  <b className="block truncate font-medium">{facts.command}</b>
                  <small className="block truncate text-12 text-fg-2">
                    <PhraseText phrase={describeTrigger(facts)} />
                  </small>
                </span>
                <span className="max-[759px]:hidden">
                  <LocationWords facts={facts} agentName={row.agentName} known={row.agentName !== null} />
                </span>
                <span className="text-fg-2 max-[759px]:hidden">
                  {describeTimeout(facts.timeout, row.timeoutAllowed)}
                </span>
                <ChevronRight className="icon-14 text-fg-3 max-[759px]:col-start-2 max-[759px]:row-start-1" />
              </Link>
            </li>
          );
        })}
      </ul>
      {inFile.length > SHOWN && (
        <p className="border-line border-t px-4 py-2.5 text-12 text-fg-2">{inFile.length - SHOWN} more in the list.</p>
      )}
    </Panel>
  );
}
