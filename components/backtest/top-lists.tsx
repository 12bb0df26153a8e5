import { RankedBars } from '@/components/plot/ranked-bars';
import type { Backtest, BacktestSource } from '@/lib/view/backtest';
import { ownName } from './backtest-words';

const SHOWN = 5;

type Props = {
  backtest: Backtest;
  /** Users stand for addresses. */
  isUser: boolean;
  /** What runs acts on addresses. */
  acts: boolean;
};

/** Who and where: agents, addresses or users, rules. Each list is a table. */
export function TopLists({ backtest, isUser, acts }: Props) {
  const { agents, sources, users, rules } = backtest;
  return (
    <div className="grid gap-3">
      <TopList title="By agent" shown={agents.top.length} distinct={agents.distinct}>
        <RankedBars
          caption="Runs by agent"
          head="Agent"
          unit="runs"
          rows={agents.top.slice(0, SHOWN).map(({ id, name, runs }) => ({
            key: id,
            label: (
              <>
                {name} <span className="text-fg-3">{id}</span>
              </>
            ),
            value: runs,
          }))}
        />
      </TopList>
      {isUser ? (
        <TopList title="Users it would act on" shown={users.top.length} distinct={users.distinct}>
          <RankedBars
            caption="Alerts by user"
            head="User"
            unit="alerts"
            rows={users.top.slice(0, SHOWN).map(({ user, alerts }) => ({ key: user, label: user, value: alerts }))}
          />
        </TopList>
      ) : (
        <TopList
          title={acts ? 'Addresses it would act on' : 'Addresses in these alerts'}
          shown={sources.top.length}
          distinct={sources.distinct}
        >
          <RankedBars
            caption="Alerts by address"
            head="Address"
            unit="alerts"
            rows={sources.top.slice(0, SHOWN).map((source) => ({
              key: source.address,
              label: <SourceLabel source={source} />,
              value: source.alerts,
              ...(source.own && source.alerts > source.listed && { tone: 'red' as const }),
              ...(source.alerts === source.listed && { tone: 'was' as const }),
            }))}
          />
        </TopList>
      )}
      <TopList title="By rule" shown={rules.length} distinct={rules.length}>
        <RankedBars
          caption="Runs by rule"
          head="Rule"
          unit="runs"
          rows={rules.slice(0, SHOWN).map(({ id, description, runs }) => ({
            key: String(id),
            label: (
              <span title={description}>
                {id} <span className="text-fg-3">{description}</span>
              </span>
            ),
            value: runs,
          }))}
        />
      </TopList>
    </div>
  );
}

export const SourceLabel = ({ source }: { source: BacktestSource }) => (
  <>
    {source.address}
    <span className="text-fg-3">
      {source.own && ` ${ownName(source.own)}`}
      {source.listed === source.alerts && ', white-listed'}
    </span>
  </>
);

type ListProps = { title: string; shown: number; distinct: number; children: React.ReactNode };

function TopList({ title, shown, distinct, children }: ListProps) {
  if (shown === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-0.5 text-12 font-medium text-fg-2">
        {title}
        {distinct > SHOWN && (
          <span className="font-normal text-fg-3">
            {' '}
            top {SHOWN} of {distinct.toLocaleString('en-US')}
          </span>
        )}
      </h3>
      {children}
    </section>
  );
}
