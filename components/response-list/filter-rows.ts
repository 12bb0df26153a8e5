import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import { toText } from '@/lib/ossec/describe/phrase';
import { STOCK_COMMANDS } from '@/lib/ossec/findings/stock-commands';
import { type ResponseRow, shownFacts } from '@/lib/view/response-row';

export const TABS = ['all', 'active', 'disabled', 'never', 'broken', 'draft'] as const;
export type Tab = (typeof TABS)[number];

/** What the list shows; each part is in the address, so that a view can be shared. */
export type Filter = {
  tab: Tab;
  query: string;
  command: string | null;
  location: string | null;
  withFindings: boolean;
};

export const noFilter: Filter = { tab: 'all', query: '', command: null, location: null, withFindings: false };

const inTab = (row: ResponseRow, tab: Tab): boolean => {
  if (tab === 'all') return true;
  return tab === 'draft' ? row.mark !== null : row.mark !== '-' && row.state === tab;
};

/** All that can be searched of a row, in lower case. */
function searchText(row: ResponseRow): string {
  const facts = shownFacts(row);
  const does = STOCK_COMMANDS.find(({ executable }) => executable === row.executable)?.does ?? '';
  return [
    toText(describeTrigger(facts)),
    facts.command,
    row.executable,
    facts.location,
    facts.agentId,
    row.agentName,
    does,
  ]
    .join(' ')
    .toLowerCase();
}

/** The rows that the filter lets through, in their order. Every word of the query must occur. */
export function filterRows(rows: readonly ResponseRow[], filter: Filter): ResponseRow[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const facts = shownFacts(row);
    if (!inTab(row, filter.tab)) return false;
    if (filter.command !== null && facts.command !== filter.command) return false;
    if (filter.location !== null && facts.location !== filter.location) return false;
    if (filter.withFindings && row.findings.length === 0) return false;
    const text = words.length > 0 ? searchText(row) : '';
    return words.every((word) => text.includes(word));
  });
}

export const countTabs = (rows: readonly ResponseRow[]): Record<Tab, number> =>
  Object.fromEntries(TABS.map((tab) => [tab, rows.filter((row) => inTab(row, tab)).length])) as Record<Tab, number>;

/** The filter of an address. Unknown words are ignored. */
export function readFilter(params: URLSearchParams): Filter {
  const tab = params.get('state') as Tab;
  return {
    tab: TABS.includes(tab) ? tab : 'all',
    query: params.get('q') ?? '',
    command: params.get('command'),
    location: params.get('location'),
    withFindings: params.get('findings') === '1',
  };
}

/** The address of a filter: only what differs from none. */
export function writeFilter(filter: Filter): string {
  const params = new URLSearchParams();
  if (filter.tab !== 'all') params.set('state', filter.tab);
  if (filter.query !== '') params.set('q', filter.query);
  if (filter.command !== null) params.set('command', filter.command);
  if (filter.location !== null) params.set('location', filter.location);
  if (filter.withFindings) params.set('findings', '1');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
