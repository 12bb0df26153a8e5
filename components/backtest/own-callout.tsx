'use client';

import { ShieldCheck } from 'lucide-react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useToast } from '@/components/ui/toast';
import { entryFor } from '@/lib/ossec/white-list/entry-for';
import type { ActionResult } from '@/lib/view/action-result';
import type { BacktestSource } from '@/lib/view/backtest';
import { ownName, ownWords, strikes, timesWord } from './backtest-words';

export type AddChanges = (input: { changes: unknown }) => Promise<ActionResult>;

type Props = {
  own: readonly BacktestSource[];
  /** "blocked" for what cuts addresses off, "hit" for anything else. */
  verb: 'blocked' | 'hit';
  period: string;
  /** Absent for who may not edit. */
  addChanges?: AddChanges | undefined;
  onAdded?: () => void;
};

/** Our own addresses among the hits: what would have happened to each, and the entry that prevents it. */
export function OwnCallout({ own, verb, period, addChanges, onAdded }: Props) {
  const struck = own.filter((one) => strikes(one) > 0);
  const spared = own.filter((one) => strikes(one) === 0);
  const [first] = struck;
  if (!first?.own) return spared.length > 0 ? <Spared own={spared} /> : null;
  const title =
    struck.length === 1
      ? `Would have ${verb} ${ownName(first.own)} ${timesWord(strikes(first))}`
      : `Would have ${verb} ${struck.length} of our own addresses`;
  return (
    <Callout tone="red" title={title}>
      <ul className="grid gap-2">
        {struck.map((one) => (
          <OwnItem key={one.address} source={one} alone={struck.length === 1} {...{ addChanges, onAdded }} />
        ))}
      </ul>
      <p className="mt-1 text-12">Counted {period}.</p>
    </Callout>
  );
}

type ItemProps = Pick<Props, 'addChanges' | 'onAdded'> & { source: BacktestSource; alone: boolean };

function OwnItem({ source, alone, addChanges, onAdded }: ItemProps) {
  const { busy, run } = useAction();
  const toast = useToast();
  const { address, own, unlistable } = source;
  if (!own) return null;
  const canList = unlistable < strikes(source);
  const add = () =>
    run(
      () => addChanges?.({ changes: [{ op: 'add-white-list', address: entryFor(address) }] }) ?? forbidden(),
      () => {
        toast({ message: `${address} is on the white list of your draft` });
        onAdded?.();
      },
    );
  return (
    <li>
      <p className="wrap-anywhere">
        {ownWords(own)} and is not white-listed.{!alone && ` ${own.name ?? ''} ${timesWord(strikes(source))}.`}
        {unlistable > 0 &&
          ` ${canList ? 'Some of these' : 'These'} alerts come from Windows, without a srcip: the white list does not cover them.`}
      </p>
      {addChanges && canList && (
        <Button size="s" className="mt-1.5" busy={busy} onClick={add} aria-label={`Add to white list: ${address}`}>
          Add to white list
        </Button>
      )}
    </li>
  );
}

const forbidden = (): Promise<ActionResult> => Promise.resolve({ status: 'forbidden', needs: 'edit' });

const Spared = ({ own }: { own: readonly BacktestSource[] }) => (
  <p className="flex gap-2 text-12 text-fg-2">
    <ShieldCheck className="icon-14 mt-px text-green-fg" />
    <span>
      {own.flatMap((one) => (one.own ? [`${ownName(one.own)} (${one.address})`] : [])).join(', ')}{' '}
      {own.length === 1 ? 'is' : 'are'} among the alerts; the white list spares {own.length === 1 ? 'it' : 'them'}.
    </span>
  </p>
);
