'use client';

import { useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { RemovableChip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { FieldError } from '@/components/ui/field';
import { SearchBox } from '@/components/ui/search-box';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { FormAgent } from '@/lib/forms/response-form-data';
import { fits, systemName } from '@/lib/ossec/findings/support/systems-of';
import { commandOf } from './chosen-command';
import type { StepProps } from './step-props';

/** More rows than this help nobody: the search narrows them down. */
const MOST_ROWS = 60;

const CONNECTIONS: Record<FormAgent['connection'], string> = {
  active: 'Active',
  disconnected: 'Disconnected',
  pending: 'Pending',
  never_connected: 'Never connected',
  unknown: 'Not known',
};

/** Agents by all words of the query: id, name, address, system. */
export function findAgents(agents: readonly FormAgent[], query: string): FormAgent[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return agents.filter(({ id, name, address, system, systemName: full }) => {
    const text = `${id} ${name} ${address} ${system} ${full ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Which agents run it. Wazuh takes one agent a block, so several become several blocks. */
export function AgentPicker({ values, set, errors, data }: StepProps) {
  const [query, setQuery] = useState('');
  const { agentIds } = values;
  const found = findAgents(data.agents, query);
  const executable = commandOf(values, data)?.executable ?? '';
  const names = new Map(data.agents.map(({ id, name }) => [id, name]));
  const toggle = (id: string) =>
    set({ agentIds: agentIds.includes(id) ? agentIds.filter((one) => one !== id) : [...agentIds, id].sort() });
  return (
    <div className="flex flex-col gap-2" data-field="agentIds">
      {agentIds.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {agentIds.map((id) => (
            <RemovableChip key={id} removeLabel={`Remove agent ${id}`} onRemove={() => toggle(id)}>
              {id} {names.get(id) ?? 'not on this manager'}
            </RemovableChip>
          ))}
        </div>
      )}
      {data.agents.length === 0 ? (
        <Callout tone="amber" title="This manager has no agents">
          Enroll an agent first, or choose another place.
        </Callout>
      ) : (
        <>
          <SearchBox
            label="Find by ID, name, address or system"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && event.preventDefault()}
            affix={<span className="text-12">{`${found.length} of ${data.agents.length} agents`}</span>}
          />
          <div className="-mx-4">
            <Table caption="Agents" tight records>
              <thead>
                <tr>
                  <Th className="pl-11!">ID</Th>
                  <Th>Name</Th>
                  <Th>Address</Th>
                  <Th>System</Th>
                  <Th>Status</Th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, MOST_ROWS).map((agent) => (
                  <AgentRow
                    key={agent.id}
                    agent={agent}
                    checked={agentIds.includes(agent.id)}
                    unfit={executable !== '' && !fits(executable, agent) ? executable : null}
                    onToggle={() => toggle(agent.id)}
                  />
                ))}
              </tbody>
            </Table>
          </div>
          {found.length > MOST_ROWS && (
            <p className="text-12 text-fg-3">The first {MOST_ROWS} are shown. Type more to narrow them down.</p>
          )}
          {found.length === 0 && <p className="text-fg-2">No agent matches “{query}”.</p>}
        </>
      )}
      {data.agentNote && <p className="text-12 text-fg-2">{data.agentNote}</p>}
      {errors.agentIds && <FieldError>{errors.agentIds}</FieldError>}
      {agentIds.length > 1 && (
        <p className="text-12 text-fg-2">
          Wazuh takes one agent a block: this becomes {agentIds.length} blocks that differ in <code>agent_id</code>{' '}
          only.
        </p>
      )}
    </div>
  );
}

type RowProps = { agent: FormAgent; checked: boolean; unfit: string | null; onToggle: () => void };

function AgentRow({ agent, checked, unfit, onToggle }: RowProps) {
  const { id, name, address, system, systemName: full, connection } = agent;
  return (
    <Tr
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('label')) onToggle();
      }}
      className={cx('cursor-pointer', checked && '*:bg-surface-3 hover:*:bg-surface-3', unfit && '*:text-fg-3')}
    >
      <Td className="whitespace-nowrap max-desk:mr-3 max-desk:inline-block!">
        <Checkbox checked={checked} onChange={onToggle} aria-label={`${id} ${name}`}>
          <span className="pl-[3px]">{id}</span>
        </Checkbox>
      </Td>
      <Td className="font-medium max-desk:inline-block!">{name}</Td>
      <Td className="max-desk:hidden!">{address}</Td>
      <Td>{full ?? (system === 'unknown' ? 'Unknown' : systemName(system))}</Td>
      <Td className="whitespace-nowrap">
        {unfit ? (
          `No ${unfit} for ${systemName(system)}`
        ) : (
          <span className="inline-flex items-center gap-2">
            <span
              aria-hidden="true"
              className={cx(
                'size-[9px] rounded-full',
                connection === 'active' ? 'bg-green-solid' : 'border-2 border-fg-3',
              )}
            />
            {CONNECTIONS[connection]}
          </span>
        )}
      </Td>
    </Tr>
  );
}
