import type { BacktestSource, KnownHistory } from '@/lib/view/backtest';
import type { OwnAddress } from '@/lib/view/own-address';

const count = (number: number): string => number.toLocaleString('en-US');
const counted = (one: string, many: string) => (number: number) => `${count(number)} ${number === 1 ? one : many}`;

export const runsWord = counted('run', 'runs');
export const alertsWord = counted('alert', 'alerts');
export const agentsWord = counted('agent', 'agents');
export const addressesWord = counted('address', 'addresses');
export const blocksWord = counted('block', 'blocks');
export const timesWord = (number: number): string => (number === 1 ? 'once' : `${count(number)} times`);

/** "in 24 hours", "in 30 days", "in the 14 days that are known", "so far in …" while reading goes on. */
export function periodWords({ days, knownDays, isShort, state, from, period }: KnownHistory): string {
  const span = days === 1 ? '24 hours' : `${days} days`;
  const hours = Math.max(1, Math.round((period.to - from) / 3_600_000));
  const [part, verb] =
    hours < 24
      ? [hours === 1 ? 'hour' : `${hours} hours`, hours === 1 ? 'is' : 'are']
      : [knownDays === 1 ? 'day' : `${knownDays} days`, knownDays === 1 ? 'is' : 'are'];
  const words = isShort ? `the ${part} that ${verb} known` : span;
  return `in ${words}${state.kind === 'reading' ? ', so far' : ''}`;
}

/** "about 7 a day", "about 3 a week"; empty for one day. */
export function paceWords(runs: number, { knownDays }: KnownHistory): string {
  if (knownDays < 2 || runs === 0) return '';
  const aDay = runs / knownDays;
  return aDay >= 1 ? `about ${count(Math.round(aDay))} a day` : 'less than one a day';
}

const WHAT: Record<OwnAddress['what'], string> = {
  you: 'the address you are at',
  manager: 'the manager',
  agent: 'one of your agents',
  'cluster-node': 'a node of the cluster',
  indexer: 'the indexer',
  dashboard: 'the dashboard',
  gateway: 'a gateway',
  'name-server': 'a name server',
};

/** "jump-01", "the manager", "the address you are at". */
export const ownName = ({ what, name }: OwnAddress): string => name ?? WHAT[what];

/** "10.20.4.17 is one of your agents". */
export const ownWords = ({ address, what }: OwnAddress): string => `${address} is ${WHAT[what]}`;

/** Alerts of it that something would have run for. */
export const strikes = ({ alerts, listed }: BacktestSource): number => alerts - listed;

const minute = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
});

/** "Thu 12 Nov, 14:03 UTC" */
export const minuteWords = (at: number): string => `${minute.format(at)} UTC`;
