import type { Backtest } from '@/lib/view/backtest';
import { minuteWords } from './backtest-words';

const number = (value: number): string => value.toLocaleString('en-US');

/** The numbers behind the plot, and what did not run. */
export function KeyNumbers({ backtest, isUser }: { backtest: Backtest; isUser: boolean }) {
  const { agents, sources, users, listed, refused, busiestMinute } = backtest;
  const facts: { term: string; value: string; hint?: string }[] = [
    { term: 'Agents', value: number(agents.distinct) },
    isUser ? { term: 'Users', value: number(users.distinct) } : { term: 'Addresses', value: number(sources.distinct) },
    ...(busiestMinute
      ? [{ term: 'Busiest minute', value: number(busiestMinute.runs), hint: minuteWords(busiestMinute.at) }]
      : []),
    { term: 'Held back', value: number(listed), hint: 'by the white list' },
    ...(refused > 0 ? [{ term: 'Refused', value: number(refused), hint: 'odd characters' }] : []),
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-3 gap-y-2">
      {facts.map(({ term, value, hint }) => (
        <div key={term} className="min-w-0">
          <dt className="truncate text-12 text-fg-3">{term}</dt>
          <dd className="font-semibold tabular-nums">
            {value}
            {hint && <span className="block text-11 font-normal text-fg-3">{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
