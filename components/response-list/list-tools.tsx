'use client';

import { MapPin, SquareTerminal, TriangleAlert } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { Menu, MenuChoices } from '@/components/ui/menu';
import { SearchBox } from '@/components/ui/search-box';
import { LOCATIONS } from '@/lib/ossec/model/config-model';
import type { Filter } from './filter-rows';

const ANY = '*';
const LOCATION_WORDS = {
  local: 'The agent that alerted',
  server: 'The manager',
  'defined-agent': 'Chosen agents',
  all: 'Every agent',
};

type Props = { filter: Filter; commands: readonly string[]; onChange: (part: Partial<Filter>) => void };

/** Search and filters above the list. */
export function ListTools({ filter, commands, onChange }: Props) {
  const choose = (key: 'command' | 'location') => (value: string) => onChange({ [key]: value === ANY ? null : value });
  return (
    <div className="flex flex-wrap items-center gap-2 pt-3.5 pb-2.5">
      <SearchBox
        label="Filter by rule, group, command or agent"
        size="s"
        value={filter.query}
        onChange={(event) => onChange({ query: event.target.value })}
        className="w-full desk:w-80"
      />
      <Menu
        label="Filter by command"
        align="start"
        trigger={
          <Chip look={filter.command === null ? 'plain' : 'on'} icon={<SquareTerminal className="icon-14" />}>
            {filter.command ?? 'Command'}
          </Chip>
        }
      >
        <MenuChoices
          label="Command"
          value={filter.command ?? ANY}
          onValueChange={choose('command')}
          choices={[{ value: ANY, label: 'Any command' }, ...commands.map((name) => ({ value: name, label: name }))]}
        />
      </Menu>
      <Menu
        label="Filter by location"
        align="start"
        trigger={
          <Chip look={filter.location === null ? 'plain' : 'on'} icon={<MapPin className="icon-14" />}>
            {filter.location ?? 'Location'}
          </Chip>
        }
      >
        <MenuChoices
          label="Location"
          value={filter.location ?? ANY}
          onValueChange={choose('location')}
          choices={[
            { value: ANY, label: 'Anywhere' },
            ...LOCATIONS.map((word) => ({ value: word, label: LOCATION_WORDS[word] })),
          ]}
        />
      </Menu>
      <Chip
        look={filter.withFindings ? 'on' : 'plain'}
        icon={<TriangleAlert className="icon-14" />}
        aria-pressed={filter.withFindings}
        onClick={() => onChange({ withFindings: !filter.withFindings })}
      >
        Findings
      </Chip>
      <p className="ml-auto text-12 text-fg-3 max-desk:hidden">
        In file order. Wazuh runs every response that matches.
      </p>
    </div>
  );
}
