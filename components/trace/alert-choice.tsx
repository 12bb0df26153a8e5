import Form from 'next/form';
import Link from 'next/link';
import { NumberTag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SearchBox } from '@/components/ui/search-box';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';

export type AlertRow = {
  id: string;
  when: string;
  iso: string;
  level: number;
  rule: string;
  agent: string;
  about: string | null;
};

/** The newest alerts to choose from, by the words of the address. */
export function AlertChoice({ rows, search }: { rows: readonly AlertRow[]; search: string }) {
  return (
    <>
      <search>
        <Form action="/trace" key={search} className="flex flex-wrap gap-2.5 px-4 py-3">
          <SearchBox
            name="q"
            label="Rule, address, user or agent"
            maxLength={200}
            defaultValue={search}
            className="min-w-52 flex-1"
          />
          <Button type="submit">Search</Button>
        </Form>
      </search>
      {rows.length > 0 && (
        <Table caption="Newest alerts" records tight>
          <thead>
            <tr>
              <Th className="w-40">When</Th>
              <Th>Rule</Th>
              <Th>Agent</Th>
              <Th>Address or user</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, when, iso, level, rule, agent, about }) => (
              <Tr key={id}>
                <Td className="whitespace-nowrap text-fg-2">
                  <time dateTime={iso} title={iso}>
                    {when}
                  </time>
                </Td>
                <RowTh className="wrap-anywhere">
                  <NumberTag className="mr-2">{level}</NumberTag>
                  <Link href={`/trace?alert=${id}`} prefetch={false} className="font-medium text-fg hover:underline">
                    {rule}
                  </Link>
                </RowTh>
                <Td>{agent}</Td>
                <Td className="wrap-anywhere">{about ?? <span className="text-fg-3">None</span>}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
