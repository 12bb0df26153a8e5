import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { ownName, strikes } from '@/components/backtest/backtest-words';
import { Panel } from '@/components/ui/panel';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import type { BacktestSource, DraftBacktest } from '@/lib/view/backtest';

const number = (value: number): string => value.toLocaleString('en-US');

type Props = Pick<DraftBacktest, 'sources' | 'heldBack' | 'own'>;

/** Whom it would have acted on: the most frequent addresses, and ours however rare. What the white list spares stands apart. */
export function PastAddresses({ sources, heldBack, own }: Props) {
  const named = new Set(sources.top.map(({ address }) => address));
  const rows = [...sources.top, ...own.filter(({ address }) => !named.has(address))];
  return (
    <>
      {rows.length > 0 && (
        <AddressTable title="Addresses it would have acted on" rows={rows} distinct={sources.distinct} unit="Runs" />
      )}
      {heldBack.top.length > 0 && (
        <AddressTable
          title="Held back by the white list"
          rows={heldBack.top}
          distinct={heldBack.distinct}
          unit="Alerts"
        />
      )}
    </>
  );
}

type TableProps = { title: string; rows: readonly BacktestSource[]; distinct: number; unit: 'Runs' | 'Alerts' };

const AddressTable = ({ title, rows, distinct, unit }: TableProps) => (
  <Panel title={title} sub={distinct > rows.length ? `top ${rows.length} of ${number(distinct)}` : undefined}>
    <Table caption={title} tight>
      <thead>
        <tr>
          <Th>Address</Th>
          <Th>What it is</Th>
          <Th align="right">{unit}</Th>
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

const whatItIs = ({ own, listed }: BacktestSource): string =>
  own ? ownName(own) : listed > 0 ? 'White-listed' : 'Not known to be ours';

function AddressRow({ source }: { source: BacktestSource }) {
  const { address, own, alerts, listed } = source;
  const isStruck = own !== null && strikes(source) > 0;
  return (
    <Tr className={isStruck ? '*:bg-amber-bg hover:*:bg-amber-bg' : undefined}>
      <RowTh className="font-mono text-12 wrap-anywhere">{address}</RowTh>
      <Td className={own ? undefined : 'text-fg-2'}>{whatItIs(source)}</Td>
      <Td num>{number(listed === alerts ? alerts : strikes(source))}</Td>
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
          <span className="text-fg-2">{listed > 0 ? `${number(listed)} held back` : 'Not listed'}</span>
        )}
      </Td>
    </Tr>
  );
}
