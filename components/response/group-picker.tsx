'use client';

import { Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Chip, RemovableChip } from '@/components/ui/chip';
import { FieldError } from '@/components/ui/field';
import { isGroupName, toRulesGroup } from '@/lib/ossec/edit/rules-group';
import { rulesWord } from './rules-word';
import type { StepProps } from './step-props';

const GroupCombobox = lazy(() => import('./group-combobox').then((module) => ({ default: module.GroupCombobox })));
const PatternField = lazy(() => import('./pattern-field').then((module) => ({ default: module.PatternField })));

const SUGGESTED = 3;

/** Group names as chips, or the pattern itself where names cannot say it. */
export function GroupPicker({ values, set, errors, data }: StepProps) {
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  if (values.groupPattern !== null) {
    return (
      <Suspense>
        <PatternField {...{ values, set, errors, data }} />
      </Suspense>
    );
  }
  const { groups } = values;
  const counts = new Map(data.rules?.groups.map(({ name, count }) => [name, count]));
  const suggestions = (data.rules?.groups ?? []).filter(
    ({ name, isCompliance }) => !isCompliance && !groups.includes(name) && isGroupName(name),
  );
  const bare = new Set(data.rules?.groups.filter(({ isBare }) => isBare).map(({ name }) => name));
  const pick = (name: string) => {
    if (groups.includes(name)) return;
    // Names are written with their comma. One that stands last on a rule without it is out of reach for that.
    if (bare.has(name)) set({ groupPattern: [...groups.map((one) => `${one},`), name].join('|'), groups: [] });
    else set({ groups: [...groups, name] });
  };
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
            onClick={() => pick(name)}
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
        <Suspense>
          <GroupCombobox
            known={suggestions}
            onPick={pick}
            onClose={() => {
              setAdding(false);
              add.current?.focus();
            }}
          />
        </Suspense>
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
