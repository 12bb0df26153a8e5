'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { type Limits, NO_LIMITS, type Role } from '@/lib/auth/roles';
import type { UserChangeInput } from '@/lib/forms/user-schemas';
import type { ActionResult } from '@/lib/view/action-result';
import { useFieldAction } from './use-field-action';
import { LimitsChoice, RoleChoice } from './user-fields';

type Props = {
  user: { person: string; name: string; role: Role; limits: Limits };
  commands: readonly string[];
  save: (input: UserChangeInput) => Promise<ActionResult>;
};

/** Name, role and limits of somebody. They hold from that person's next click on. */
export function EditUserForm({ user, commands, save }: Props) {
  const { busy, errors, submit } = useFieldAction();
  const toast = useToast();
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState<Role>(user.role);
  const [limits, setLimits] = useState<Limits>(user.limits);
  const values = { person: user.person, name, role, limits: role === 'viewer' ? NO_LIMITS : limits };
  return (
    <form
      className="flex flex-col items-stretch gap-5 px-4 pt-1 pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(
          () => save(values),
          () => toast({ message: `Saved. It holds from ${name.trim()}’s next click on.` }),
        );
      }}
    >
      <Field label="Name" error={errors.name}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <RoleChoice value={role} onChange={setRole} />
      {role !== 'viewer' && <LimitsChoice value={limits} onChange={setLimits} commands={commands} />}
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        Save changes
      </Button>
    </form>
  );
}
