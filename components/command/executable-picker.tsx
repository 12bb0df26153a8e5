'use client';

import { Check, CircleX, Package, Search, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import type { FieldControl } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { FormScript } from '@/lib/forms/response-form-data';
import { systemWords } from './command-words';
import { type ExecutableOption, executableOptions } from './executable-options';
import { modeText, scriptStatus } from './script-status';

type Props = {
  control: FieldControl;
  field: string;
  value: string;
  onChange: (value: string) => void;
  /** Null when the folder can't be read. */
  scripts: readonly FormScript[] | null;
  scriptsPath: string;
};

/** The files of the manager, what ships with Wazuh, or any name: a combobox that takes free text. */
export function ExecutablePicker({ control, field, value, onChange, scripts, scriptsPath }: Props) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const options = open ? executableOptions(scripts, query) : [];

  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const show = () => {
    setQuery('');
    setActive(-1);
    setOpen(true);
  };
  const pick = (name: string) => {
    onChange(name);
    setOpen(false);
  };
  const move = (by: number) => {
    const next = Math.min(Math.max(active + by, 0), options.length - 1);
    setActive(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) move(event.key === 'ArrowDown' ? 1 : -1);
      else show();
    } else if (event.key === 'Enter' && open && !event.ctrlKey) {
      event.preventDefault();
      const chosen = options[active];
      if (chosen) pick(chosen.name);
      else setOpen(false);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const group = (kind: ExecutableOption['kind'], title: string) => {
    if (!options.some((option) => option.kind === kind)) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox is no fieldset.
      <div role="group" aria-labelledby={`${id}-${kind}`}>
        <p id={`${id}-${kind}`} className="px-3 pt-2 pb-1 text-12 text-fg-3">
          {title}
        </p>
        {options.map((option, at) =>
          option.kind === kind ? (
            <Option
              key={option.name}
              id={`${id}-${at}`}
              option={option}
              selected={option.name === value}
              active={at === active}
              onPick={pick}
            />
          ) : null,
        )}
      </div>
    );
  };

  return (
    <div>
      <TextInput
        {...control}
        data-field={field}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && open ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        icon={<Search />}
        affix={
          scripts && <span className="text-12">{scripts.length === 1 ? '1 file' : `${scripts.length} files`}</span>
        }
        onClick={() => !open && show()}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          onChange(event.target.value);
          setQuery(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        className={open ? 'rounded-b-none' : undefined}
      />
      {open && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label="Executables"
          tabIndex={-1}
          // The input keeps the focus while the list is scrolled.
          onMouseDown={(event) => event.preventDefault()}
          className="scroll-thin max-h-64 overflow-auto rounded-b-control border border-control border-t-0 p-1 pt-0"
        >
          {group('file', scriptsPath)}
          {group('stock', 'Ships with Wazuh, not found on this manager')}
          {options.length === 0 && (
            <p className="px-3 py-2 text-12 text-fg-2">
              {query ? 'No file and no stock program of this name. It is taken as you typed it.' : 'No files found.'}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

type OptionProps = {
  id: string;
  option: ExecutableOption;
  selected: boolean;
  active: boolean;
  onPick: (name: string) => void;
};

function Option({ id, option, selected, active, onPick }: OptionProps) {
  const { icon, tag, words, tone } = option.kind === 'file' ? fileLook(option.script) : stockLook(option);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(option.name)}
      className={cx(
        'flex min-h-7 cursor-pointer items-center gap-2.5 rounded-tag px-2 py-1 hover:bg-surface-3',
        (active || selected) && 'bg-surface-3',
        active && 'outline-2 -outline-offset-2 outline-focus',
      )}
    >
      {icon}
      <code className="font-strong">{option.name}</code>
      {tag && <code className="text-fg-3">{tag}</code>}
      <span className={cx('ml-auto truncate text-12', tone)}>{words}</span>
    </div>
  );
}

function fileLook(script: FormScript) {
  const tag = `${modeText(script.mode)} ${script.owner}`;
  switch (scriptStatus(script.name, [script]).kind) {
    case 'not-executable':
      return { icon: <CircleX className="text-red-fg" />, tag, words: 'Not executable', tone: 'text-red-fg' };
    case 'world-writable':
      return {
        icon: <TriangleAlert className="text-amber-fg" />,
        tag,
        words: 'Anyone can change it',
        tone: 'text-amber-fg',
      };
    default:
      return { icon: <Check className="text-green-fg" />, tag, words: 'Ready', tone: 'text-fg-3' };
  }
}

const stockLook = ({ stock }: Extract<ExecutableOption, { kind: 'stock' }>) => ({
  icon: <Package className="text-fg-3" />,
  tag: null,
  words: `${systemWords(stock.systems)}. ${stock.does.replace(/\.$/, '')}`,
  tone: 'text-fg-3',
});
