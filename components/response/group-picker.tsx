'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip, RemovableChip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { FieldError } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { isGroupName, toGroupNames, toRulesGroup } from '@/lib/ossec/edit/rules-group';
import type { StepProps } from './step-props';

const MOST = 40;
const SUGGESTED = 3;

const rulesWord = (count: number): string => (count === 1 ? '1 rule' : `${count} rules`);

/** Group names as chips, or the pattern itself where names cannot say it. */
export function GroupPicker({ values, set, errors, data }: StepProps) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  if (values.groupPattern !== null) return <PatternField {...{ values, set, errors, data }} />;
  const { groups } = values;
  const counts = new Map(data.rules?.groups.map(({ name, count }) => [name, count]));
  const suggestions = (data.rules?.groups ?? []).filter(
    ({ name, isCompliance }) => !isCompliance && !groups.includes(name) && isGroupName(name),
  );
  const error = Object.entries(errors).find(([path]) => path.startsWith('groups'))?.[1];
  return (
    <div className="flex flex-col gap-2" data-field="groups">
      <div className="flex flex-wrap gap-1.5">
        {groups.map((name) => (
          <RemovableChip
            key={name}
            removeLabel={`Remove group ${name}`}
            count={counts.has(name) ? rulesWord(counts.get(name) ?? 0) : data.rules ? 'no rule' : undefined}
            onRemove={() => {
              set({ groups: groups.filter((one) => one !== name) });
              add.current?.focus();
            }}
          >
            {name}
          </RemovableChip>
        ))}
        {suggestions.slice(0, SUGGESTED).map(({ name, count }) => (
          <Chip
            key={name}
            look="dash"
            count={
              <>
                {count}
                <span className="sr-only"> {count === 1 ? 'rule' : 'rules'}: add this group</span>
              </>
            }
            onClick={() => set({ groups: [...groups, name] })}
          >
            {name}
          </Chip>
        ))}
        <Chip
          ref={add}
          look="dash"
          icon={<Plus className="icon-14" />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          Group
        </Chip>
      </div>
      {adding && (
        <GroupCombobox
          known={suggestions}
          onPick={(name) => set({ groups: groups.includes(name) ? groups : [...groups, name] })}
          onClose={() => {
            setAdding(false);
            add.current?.focus();
          }}
        />
      )}
      {error && <FieldError>{error}</FieldError>}
      <p className="text-12 text-fg-3">
        {groups.length > 1 ? 'One of these groups is enough. ' : ''}
        <button
          type="button"
          className="link"
          onClick={() => set({ groupPattern: groups.length > 0 ? toRulesGroup(groups) : '', groups: [] })}
        >
          Write the pattern yourself
        </button>
      </p>
    </div>
  );
}

function PatternField({ values, set, errors }: StepProps) {
  const id = useId();
  const pattern = values.groupPattern ?? '';
  return (
    <div className="flex flex-col gap-1.5">
      <TextInput
        mono
        data-field="groupPattern"
        aria-label="Group pattern"
        aria-invalid={errors.groupPattern ? true : undefined}
        aria-describedby={id}
        value={pattern}
        onChange={(event) => set({ groupPattern: event.target.value })}
        autoComplete="off"
        spellCheck={false}
        placeholder="sshd,|^web,"
      />
      <div id={id} className="grid gap-1 text-12 text-fg-2">
        {errors.groupPattern && <FieldError>{errors.groupPattern}</FieldError>}
        <p>
          Wazuh searches this pattern in the rule’s whole list of groups, such as <code>syslog,sshd,</code>. A bar
          separates alternatives; a comma ends a name.
        </p>
      </div>
      <div>
        <Button
          size="s"
          variant="ghost"
          onClick={() => set({ groupPattern: null, groups: toGroupNames(pattern) ?? [] })}
        >
          {pattern === '' || toGroupNames(pattern) ? 'Choose names instead' : 'Drop the pattern and choose names'}
        </Button>
      </div>
    </div>
  );
}

type ComboboxProps = {
  known: readonly { name: string; count: number }[];
  onPick: (name: string) => void;
  onClose: () => void;
};

/** Type to filter, arrows to move, Enter to add; a name that no rule has yet is taken, too. */
function GroupCombobox({ known, onPick, onClose }: ComboboxProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wanted = query.trim().replace(/,$/, '');
  const found = known.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const isNew = wanted !== '' && isGroupName(wanted) && !known.some(({ name }) => name === wanted);
  const options = [...found.slice(0, MOST), ...(isNew ? [{ name: wanted, count: 0 }] : [])];
  const pick = (name: string) => {
    onPick(name);
    setQuery('');
    setActive(0);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = Math.min(Math.max(active + (event.key === 'ArrowDown' ? 1 : -1), 0), options.length - 1);
      setActive(next);
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      const chosen = options[active];
      if (chosen) pick(chosen.name);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <div className="max-w-[420px]">
      <TextInput
        size="s"
        role="combobox"
        aria-label="Group name"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder="Type a group name"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onKeyDown={press}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        className="rounded-b-none"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Groups"
        tabIndex={-1}
        className="scroll-thin max-h-56 overflow-auto rounded-b-control border border-control border-t-0 p-1"
      >
        {options.map(({ name, count }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
          <div
            key={name}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(name)}
            className={cx(
              'flex min-h-7 cursor-pointer items-center gap-3 rounded-tag px-2 hover:bg-surface-3',
              at === active && 'bg-surface-3',
            )}
          >
            <span className="min-w-0 truncate font-medium">{name}</span>
            <span className="ml-auto whitespace-nowrap text-12 text-fg-3">
              {count > 0 ? rulesWord(count) : 'No rule has this group yet'}
            </span>
          </div>
        ))}
        {options.length === 0 && (
          <p className="px-2 py-1.5 text-12 text-fg-2">
            {wanted === '' ? 'Type a name.' : 'A group name has no blanks, commas or bars.'}
          </p>
        )}
      </div>
    </div>
  );
}
