'use client';

import { type ReactNode, useState } from 'react';
import { RankedBars, type RankedRow } from '@/components/plot/ranked-bars';
import { Button } from '@/components/ui/button';
import type { Backtest, BacktestSource } from '@/lib/view/backtest';
import { ownName, strikes } from './backtest-words';

const SHOWN = 5;
/** As many as the answer names. */
const KNOWN = 10;

type Props = {
  backtest: Backtest;
  /** Users stand for addresses. */
  isUser: boolean;
  /** What runs acts on addresses. */
  acts: boolean;
};

/** Who and where: agents, addresses or users, rules. Each list is a table. */
export function TopLists({ backtest, isUser, acts }: Props) {
  const { agents, users, rules } = backtest;
  return (
    <div className="grid gap-3">
      <TopList title="By agent" caption="Runs by agent" head="Agent" unit="runs" distinct={agents.distinct}>
        {agents.top.map(({ id, name, runs }) => ({ key: id, label: labelled(name, id), value: runs }))}
      </TopList>
      {isUser ? (
        <TopList
          title="Users it would act on"
          caption="Alerts by user"
          head="User"
          unit="alerts"
          distinct={users.distinct}
        >
          {users.top.map(({ user, alerts }) => ({ key: user, label: user, value: alerts }))}
        </TopList>
      ) : (
        <AddressLists {...{ backtest, acts }} />
      )}
      <TopList title="By rule" caption="Runs by rule" head="Rule" unit="runs" distinct={rules.length}>
        {rules.slice(0, KNOWN).map(({ id, description, runs }) => ({
          ...{ key: String(id), value: runs },
          label: <span title={description}>{labelled(String(id), description)}</span>,
        }))}
      </TopList>
    </div>
  );
}

function AddressLists({ backtest: { sources, heldBack }, acts }: Pick<Props, 'backtest' | 'acts'>) {
  return (
    <>
      <TopList
        title={acts ? 'Addresses it would act on' : 'Addresses it would run for'}
        caption="Runs by address"
        head="Address"
        unit="runs"
        distinct={sources.distinct}
      >
        {sources.top.map((source) => ({
          ...{ key: source.address, label: labelOf(source), value: strikes(source) },
          ...(source.own && { tone: 'red' as const }),
        }))}
      </TopList>
      <TopList
        title="Held back by the white list"
        caption="Alerts by address, held back by the white list"
        head="Address"
        unit="alerts"
        distinct={heldBack.distinct}
      >
        {heldBack.top.map((source) => ({
          ...{ key: source.address, label: labelOf(source), value: source.alerts, tone: 'was' as const },
        }))}
      </TopList>
    </>
  );
}

const labelled = (name: string, quiet: string): ReactNode => (
  <>
    {name} <span className="text-fg-3">{quiet}</span>
  </>
);

const labelOf = ({ address, own }: BacktestSource): ReactNode => (own ? labelled(address, ownName(own)) : address);

type ListProps = {
  title: string;
  caption: string;
  head: string;
  unit: string;
  distinct: number;
  children: readonly RankedRow[];
};

/** The first few of what is known, and on demand the rest of it. */
function TopList({ title, distinct, children: rows, ...bars }: ListProps) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, SHOWN);
  const more = distinct - rows.length;
  const switchTo = all || more > 0 ? `Show the top ${all ? SHOWN : rows.length}` : `Show all ${rows.length}`;
  return (
    <section aria-label={title}>
      <h3 className="mb-0.5 text-12 font-medium text-fg-2">
        {title}
        {distinct > shown.length && (
          <span className="font-normal text-fg-3">
            {' '}
            top {shown.length} of {distinct.toLocaleString('en-US')}
          </span>
        )}
      </h3>
      <RankedBars {...bars} rows={shown} />
      {rows.length > SHOWN && (
        <Button
          size="s"
          className="mt-1"
          aria-expanded={all}
          aria-label={`${switchTo}: ${title}`}
          onClick={() => setAll(!all)}
        >
          {switchTo}
        </Button>
      )}
      {all && more > 0 && (
        <p className="mt-1 text-12 text-fg-3">
          {more.toLocaleString('en-US')} more {more === 1 ? 'is' : 'are'} counted and not listed.
        </p>
      )}
    </section>
  );
}
