import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Labelled } from '@/components/ui/labelled';
import { SearchBox } from '@/components/ui/search-box';
import { SegmentedLinks } from '@/components/ui/segmented';
import { Select, type SelectOption } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { OUTCOMES } from '@/lib/activity/execution';
import { OUTCOME_WORDS } from '@/lib/activity/outcome-words';
import type { ActivityQuery } from '@/lib/view/activity';

type Props = {
  query: ActivityQuery;
  periods: { href: string; label: string; current: boolean }[];
  agents: SelectOption[];
  responses: SelectOption[];
};

/** What to look at: the address says it all, so that it can be kept and sent on. */
export function ActivityFilters({ query, periods, agents, responses }: Props) {
  const isAsking = [query.q, query.agent, query.response, query.outcome].some((value) => value !== '');
  const outcomes = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].one }));
  return (
    <search className="flex flex-col gap-3">
      <SegmentedLinks label="Period" links={periods} className="self-start" />
      <Form
        action="/activity"
        key={JSON.stringify(query)}
        className="grid grid-cols-2 items-end gap-2.5 desk:flex desk:flex-wrap"
      >
        <input type="hidden" name="by" value={query.by} />
        <input type="hidden" name="period" value={query.period} />
        <SearchBox
          name="q"
          label="Address, user or rule"
          maxLength={200}
          defaultValue={query.q}
          className="col-span-2 desk:w-56 desk:flex-none"
        />
        <Labelled label="Response">
          <Select
            name="response"
            defaultValue={query.response}
            options={[{ value: '', label: 'All responses' }, ...responses]}
          />
        </Labelled>
        <Labelled label="Agent">
          <Select name="agent" defaultValue={query.agent} options={[{ value: '', label: 'All agents' }, ...agents]} />
        </Labelled>
        <Labelled label="Outcome">
          <Select
            name="outcome"
            defaultValue={query.outcome}
            options={[{ value: '', label: 'Every outcome' }, ...outcomes]}
          />
        </Labelled>
        {query.period === 'own' && (
          <>
            <Labelled label="From">
              <TextInput name="from" type="date" defaultValue={query.from} />
            </Labelled>
            <Labelled label="To">
              <TextInput name="to" type="date" defaultValue={query.to} />
            </Labelled>
          </>
        )}
        <div className="col-span-2 flex items-center gap-3">
          <Button type="submit">Show</Button>
          {isAsking && (
            <Link href={`/activity?period=${query.period}`} className="link">
              Show all
            </Link>
          )}
        </div>
      </Form>
    </search>
  );
}
