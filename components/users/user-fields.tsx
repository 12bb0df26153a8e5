'use client';

import { Eye, PencilLine, Play, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { ChoiceCard } from '@/components/form/choice-card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, FieldGroup } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { type Limits, ROLE_WORDS, ROLES, type Role } from '@/lib/auth/roles';

const icons = { viewer: Eye, editor: PencilLine, operator: Play, admin: ShieldCheck } as const;

/** Which role: what each may do stands on its card. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <FieldGroup label="Role">
      <div className="flex flex-col gap-2">
        {ROLES.map((role) => {
          const Icon = icons[role];
          const { name, may } = ROLE_WORDS[role];
          return (
            <ChoiceCard
              key={role}
              name="role"
              value={role}
              checked={value === role}
              onChoose={() => onChange(role)}
              icon={<Icon />}
              title={name}
              hint={may.charAt(0).toUpperCase() + may.slice(1)}
            />
          );
        })}
      </div>
    </FieldGroup>
  );
}

type LimitsProps = { value: Limits; onChange: (limits: Limits) => void; commands: readonly string[] };

/** What the person may not do although the role would. Shown only where there is something to narrow. */
export function LimitsChoice({ value, onChange, commands }: LimitsProps) {
  const [typed, setTyped] = useState('');
  const chosen = value.commands ?? [];
  const names = [...new Set([...commands, ...chosen])].sort((a, b) => a.localeCompare(b));
  const turn = (name: string, on: boolean) =>
    onChange({ ...value, commands: on ? [...chosen, name] : chosen.filter((one) => one !== name) });
  const add = () => {
    const name = typed.trim();
    setTyped('');
    if (name !== '' && !chosen.includes(name)) turn(name, true);
  };
  return (
    <FieldGroup label="Limits" optional>
      <Checkbox
        checked={value.noAll}
        onChange={(event) => onChange({ ...value, noAll: event.target.checked })}
        hint="Responses on all can neither be added, changed nor switched on. Removing them stays possible."
      >
        May not use every agent (<code>all</code>)
      </Checkbox>
      <Checkbox
        checked={value.commands !== null}
        onChange={(event) => onChange({ ...value, commands: event.target.checked ? [] : null })}
        hint="Commands and responses with other names, the white list and the rest of the file stay as they are."
      >
        Only these commands
      </Checkbox>
      {value.commands !== null && (
        <div className="ml-6.5 flex flex-col gap-2.5 border-line border-l pl-4">
          {names.map((name) => (
            <Checkbox key={name} checked={chosen.includes(name)} onChange={(event) => turn(name, event.target.checked)}>
              <code className="wrap-anywhere">{name}</code>
            </Checkbox>
          ))}
          <Field label="A command that is still to be defined">
            {(control) => (
              <TextInput
                {...control}
                mono
                value={typed}
                maxLength={250}
                onChange={(event) => setTyped(event.target.value)}
                onBlur={add}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }}
              />
            )}
          </Field>
        </div>
      )}
    </FieldGroup>
  );
}
