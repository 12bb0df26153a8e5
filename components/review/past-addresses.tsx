import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { ownName, strikes } from '@/components/backtest/backtest-words';
import { Panel } from '@/components/ui/panel';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import type { BacktestSource, DraftBacktest } from '@/lib/view/backtest';

const number = (value: number): string => value.toLocaleString('en-US');

/** Whom it would have acted on: the most frequent addresses, and ours however rare. */
export function PastAddresses({ sources, own }: Pick<DraftBacktest, 'sources' | 'own'>) {
  const named = new Set(sources.top.map(({ address }) => address));
  const rows = [...sources.top, ...own.filter(({ address }) => !named.has(address))];
  return (
    <Panel
      title="Addresses it would have acted on"
      sub={sources.distinct > rows.length ? `top ${rows.length} of ${number(sources.distinct)}` : undefined}
    >
      <Table caption="Addresses it would have acted on" tight>
        <thead>
          <tr>
            <Th>Address</Th>
            <Th>What it is</Th>
            <Th align="right">Alerts</Th>
            <Th>White list</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((source) => (
            <AddressRow key={source.address} source={source} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function AddressRow({ source }: { source: BacktestSource }) {
  const { address, own, alerts, listed } = source;
  const isStruck = own !== null && strikes(source) > 0;
  return (
    <Tr className={isStruck ? '*:bg-amber-bg hover:*:bg-amber-bg' : undefined}>
      <RowTh className="font-mono text-12 wrap-anywhere">{address}</RowTh>
      <Td>{own ? ownName(own) : <span className="text-fg-2">Not known to be ours</span>}</Td>
      <Td num>{number(alerts)}</Td>
      <Td className="whitespace-nowrap">
        {listed === alerts ? (
          <span className="inline-flex items-center gap-1.5 text-green-fg">
            <ShieldCheck className="icon-14" /> White-listed
          </span>
        ) : isStruck ? (
          <span className="inline-flex items-center gap-1.5 text-amber-fg">
            <TriangleAlert className="icon-14" /> Not listed
          </span>
        ) : (
          <span className="text-fg-2">{listed > 0 ? `${number(listed)} listed` : 'Not listed'}</span>
        )}
      </Td>
    </Tr>
  );
}
