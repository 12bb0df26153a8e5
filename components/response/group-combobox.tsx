'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { TextInput } from '@/components/ui/text-input';
import { isGroupName } from '@/lib/ossec/edit/rules-group';
import { rulesWord } from './rules-word';

const MOST = 40;

type ComboboxProps = {
  known: readonly { name: string; count: number }[];
  onPick: (name: string) => void;
  onClose: () => void;
};

/** Type to filter, arrows to move, Enter to add; a name that no rule has yet is taken, too. */
export function GroupCombobox({ known, onPick, onClose }: ComboboxProps) {
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
