import { CircleX, Clock, FileText, Info, LockOpen, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import type { ApplyEffects, LiftedBlock } from '@/lib/view/apply-effects';
import {
  execdDetail,
  execdTitle,
  liftedTitle,
  reloadDetail,
  reloadTitle,
  restartWords,
  timeLeft,
} from './effects-words';

/** A short list says it at once; a longer one waits to be asked. */
const SHOWN_AT_ONCE = 2;

/** What the apply itself does, beside what the new file says. */
export function EffectsPanel({ effects }: { effects: ApplyEffects }) {
  const { lifted, arConf, reload, execd } = effects;
  const hasBlocks = lifted !== null && lifted.length > 0;
  return (
    <section aria-labelledby="apply-effects" className="border-line border-t px-5 py-4">
      <h2 id="apply-effects" className="mb-2 text-12 font-semibold text-fg-2">
        What the apply does
      </h2>
      <ul className="flex flex-col gap-2">
        <Effect icon={Clock} title="The manager restarts">
          {restartWords(effects)}
        </Effect>
        <Effect
          icon={hasBlocks ? TriangleAlert : LockOpen}
          tone={hasBlocks ? 'warn' : undefined}
          title={liftedTitle(lifted)}
        >
          {lifted === null && 'The records of the manager cannot be read. A restart ends the blocks on it.'}
          {hasBlocks && <Lifted blocks={lifted} />}
        </Effect>
        {arConf.changes && (
          <Effect icon={FileText} title="ar.conf changes">
            <Entries {...arConf} />
          </Effect>
        )}
        <Effect icon={RefreshCw} title={reloadTitle(reload)}>
          {!reload && 'ar.conf stays as it is.'}
          {reload && reload.connected > 0 && `${reloadDetail(reload)} `}
          {reload && reload.windows > 0 && 'Windows agents may take a new entry only when they restart. '}
          {reload?.note}
        </Effect>
        {execd && (
          <Effect icon={execd.wasSo ? Info : CircleX} tone={execd.wasSo ? undefined : 'bad'} title={execdTitle(execd)}>
            {execdDetail(execd)}
          </Effect>
        )}
      </ul>
    </section>
  );
}

type Props = { icon: LucideIcon; title: string; tone?: 'warn' | 'bad' | undefined; children?: ReactNode };

function Effect({ icon: Icon, title, tone, children }: Props) {
  return (
    <li className="flex items-start gap-2">
      <Icon
        className={cx('mt-0.5', tone === 'bad' ? 'text-red-fg' : tone === 'warn' ? 'text-amber-fg' : 'text-fg-3')}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-strong">{title}</p>
        {children && <div className="text-12 text-fg-2">{children}</div>}
      </div>
    </li>
  );
}

function Lifted({ blocks }: { blocks: readonly LiftedBlock[] }) {
  return (
    <details open={blocks.length <= SHOWN_AT_ONCE}>
      <summary className="w-fit cursor-pointer">Which, and for how long they would last</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {blocks.map(({ where, command, target, secondsLeft }) => (
          <li key={`${where} ${command} ${target}`}>
            <b className="font-strong text-fg">{target}</b> by {command} on {where},{' '}
            {secondsLeft === null ? 'time left not known' : `${timeLeft(secondsLeft)} left`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Entries({ added, removed }: { added: readonly string[]; removed: readonly string[] }) {
  if (added.length + removed.length === 0) return 'The same entries in another order: that counts as a change.';
  const lines = [...removed.map((entry) => ['−', entry] as const), ...added.map((entry) => ['+', entry] as const)];
  return (
    <details open={lines.length <= SHOWN_AT_ONCE}>
      <summary className="w-fit cursor-pointer">
        {[added.length > 0 && `${added.length} added`, removed.length > 0 && `${removed.length} removed`]
          .filter(Boolean)
          .join(', ')}
      </summary>
      <ul className="mt-1 font-mono text-11">
        {lines.map(([sign, entry], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal entries may stand twice, and none moves.
          <li key={at}>
            <span className="sr-only">{sign === '+' ? 'added ' : 'removed '}</span>
            <span aria-hidden="true" className={sign === '+' ? 'text-green-fg' : 'text-red-fg'}>
              {sign}{' '}
            </span>
            {entry}
          </li>
        ))}
      </ul>
    </details>
  );
}
