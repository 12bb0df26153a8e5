import { Info, TriangleAlert } from 'lucide-react';
import type { Backtest, BacktestLimit } from '@/lib/view/backtest';
import { runsWord } from './backtest-words';

const FIELDS = { srcip: 'address', dstuser: 'user' } as const;

/** What the command would have lacked, and what history cannot show. */
export function LimitNotes({ lacking, runs, limits }: Pick<Backtest, 'lacking' | 'runs' | 'limits'>) {
  return (
    <ul className="grid gap-2 empty:hidden">
      {lacking && lacking.runs > 0 && (
        <Note
          amber
          title={`No ${FIELDS[lacking.field]} in ${share(lacking.runs, runs)} of the runs`}
          detail={`${runsWord(lacking.runs)} would have started the command for an alert without ${lacking.field}: it gives up and logs an error.`}
        />
      )}
      <Limits limits={limits} />
    </ul>
  );
}

export const Limits = ({ limits }: { limits: readonly BacktestLimit[] }) =>
  limits.map(({ key, title, detail }) => (
    <Note key={key} amber={key !== 'inexact' && key !== 'gone'} title={title} detail={detail} />
  ));

/** "12 %", and never 0 or 100 for what is neither. */
export function share(part: number, whole: number): string {
  if (part === whole) return '100 %';
  return `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))} %`;
}

const Note = ({ amber, title, detail }: { amber?: boolean; title: string; detail: string }) => (
  <li className="flex gap-2">
    {amber ? <TriangleAlert className="mt-0.5 text-amber-fg" /> : <Info className="mt-0.5 text-blue-fg" />}
    <div className="min-w-0">
      <p className="font-strong">{title}</p>
      <p className="text-12 text-fg-2">{detail}</p>
    </div>
  </li>
);
