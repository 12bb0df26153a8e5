import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Labelled } from '@/components/ui/labelled';
import { SearchBox } from '@/components/ui/search-box';
import { Select, type SelectOption } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { AuditQuery } from '@/lib/view/audit';

type Props = { query: AuditQuery; actions: SelectOption[]; people: SelectOption[] };

/** What to look for in the audit log: a form of the address, so that a search can be kept and sent on. */
export function AuditSearch({ query, actions, people }: Props) {
  const isAsking = Object.values(query).some((value) => value !== '');
  return (
    <search>
      <Form
        action="/audit"
        key={JSON.stringify(query)}
        className="grid grid-cols-2 items-end gap-2.5 desk:flex desk:flex-wrap"
      >
        <SearchBox
          name="q"
          label="Search the log"
          maxLength={200}
          defaultValue={query.q}
          className="col-span-2 desk:w-60 desk:flex-none"
        />
        <Labelled label="Who">
          <Select name="person" defaultValue={query.person} options={[{ value: '', label: 'Everybody' }, ...people]} />
        </Labelled>
        <Labelled label="Action">
          <Select
            name="action"
            defaultValue={query.action}
            options={[{ value: '', label: 'Every action' }, ...actions]}
          />
        </Labelled>
        <Labelled label="From">
          <TextInput name="from" type="date" defaultValue={query.from} />
        </Labelled>
        <Labelled label="To">
          <TextInput name="to" type="date" defaultValue={query.to} />
        </Labelled>
        <div className="col-span-2 flex items-center gap-3">
          <Button type="submit">Search</Button>
          {isAsking && (
            <Link href="/audit" className="link">
              Show all
            </Link>
          )}
        </div>
      </Form>
    </search>
  );
}
