import { CircleAlert, CircleCheck, Clock, OctagonX, Undo2 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { ApplyResult, ApplySnapshot } from '@/lib/view/apply';
import { AlarmPanel } from './alarm-panel';
import { type ApplyActions, type Names, nameIn } from './apply-actions';
import { CauseLines } from './cause-lines';
import { OutcomeButtons } from './outcome-buttons';
import { keptWords, outcomeHint, outcomeTitle, outcomeWords } from './outcome-words';
import { spanText } from './span-text';

const tones = {
  green: 'bg-green-bg-2 text-green-fg',
  amber: 'bg-amber-bg-2 text-amber-fg',
  red: 'bg-red-bg-2 text-red-fg',
};

const looks: Record<ApplyResult, { icon: ReactNode; tone: keyof typeof tones }> = {
  running: { icon: <CircleCheck className="icon-20" />, tone: 'green' },
  saved: { icon: <Clock className="icon-20" />, tone: 'amber' },
  'not-written': { icon: <CircleAlert className="icon-20" />, tone: 'amber' },
  failed: { icon: <OctagonX className="icon-20" />, tone: 'red' },
  reverted: { icon: <Undo2 className="icon-20" />, tone: 'amber' },
  'revert-failed': { icon: <OctagonX className="icon-20" />, tone: 'red' },
  superseded: { icon: <CircleAlert className="icon-20" />, tone: 'amber' },
  interrupted: { icon: <CircleAlert className="icon-20" />, tone: 'amber' },
};

type Props = { apply: ApplySnapshot['apply']; names: Names; timeZone: string; actions: ApplyActions };

/** How it ended: what is true now, then why, in the manager's own words, then what to do. */
export function OutcomePanel({ apply, names, timeZone, actions }: Props) {
  const { outcome } = apply;
  const result = outcome?.result ?? 'interrupted';
  if (result === 'revert-failed') return <AlarmPanel apply={apply} actions={actions} />;
  const { icon, tone } = looks[result];
  const title = outcomeTitle(apply);
  const message = result === 'saved' ? null : outcomeWords(apply, names);
  const hint = actions.isPast ? '' : outcomeHint(apply);
  return (
    <section aria-label="Outcome" className="mb-5 flex gap-3.5 border-line border-b pb-5">
      <span className={cx('grid size-10 shrink-0 place-items-center rounded-main', tones[tone])}>{icon}</span>
      <div className="min-w-0 flex-1">
        <h2 className="mb-1 text-16 font-semibold tracking-h2">{title}</h2>
        {result === 'running' ? (
          <Good apply={apply} names={names} timeZone={timeZone} />
        ) : (
          <>
            {message && <p className="text-fg-2 wrap-anywhere">{message}</p>}
            {hint && <p className="mt-1 text-fg-2 wrap-anywhere">{hint}</p>}
          </>
        )}
        {result === 'reverted' && <BackInDraft apply={apply} names={names} actions={actions} />}
        <CauseLines
          title={result === 'not-written' ? 'What Wazuh said' : 'What the manager said'}
          lines={outcome?.lines ?? []}
        />
        {actions.isPast && (
          <p className="mt-1 text-fg-2">
            This was so then. Other applies followed:{' '}
            <Link href="/history" className="link">
              History
            </Link>
          </p>
        )}
        <OutcomeButtons apply={apply} result={result} actions={actions} />
      </div>
    </section>
  );
}

function Good({ apply, names, timeZone }: Omit<Props, 'actions'>) {
  const kept = keptWords(apply, names, timeZone);
  const took = spanText((apply.finishedAt ?? apply.startedAt) - apply.startedAt);
  return (
    <>
      {kept && <p className="text-fg-2">{kept}</p>}
      <p className="text-fg-2">
        Every daemon is up, and the manager has loaded what the file says. {!kept && `Took ${took}.`}
      </p>
    </>
  );
}

/** Where the changes are that were taken back: nothing typed is lost. */
function BackInDraft({ apply, names, actions }: Omit<Props, 'timeZone'>) {
  if (apply.kind !== 'apply' || actions.isPast) return null;
  const who = nameIn(names, apply.person);
  if (actions.isAside) {
    const words = actions.isMine ? 'set aside: you had' : `set aside for ${who}, who had`;
    return <p className="mt-1 text-fg-2">The changes are {words} begun another draft.</p>;
  }
  if (actions.isMine && !actions.hasDraft) return null;
  const whose = actions.isMine ? 'your draft' : `the draft of ${who}`;
  return <p className="mt-1 text-fg-2">The changes are back in {whose}.</p>;
}
