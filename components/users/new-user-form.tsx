'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { type Limits, NO_LIMITS, type Role } from '@/lib/auth/roles';
import type { NewUserInput } from '@/lib/forms/user-schemas';
import type { ActionResult } from '@/lib/view/action-result';
import { OneTimeLink } from './one-time-link';
import { useFieldAction } from './use-field-action';
import { LimitsChoice, RoleChoice } from './user-fields';

type Props = {
  commands: readonly string[];
  create: (input: NewUserInput) => Promise<ActionResult<{ token: string; person: string }>>;
};

/** Adds a user. No password: the person sets it with the link that comes back. */
export function NewUserForm({ commands, create }: Props) {
  const { busy, errors, submit } = useFieldAction();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [limits, setLimits] = useState<Limits>(NO_LIMITS);
  const [made, setMade] = useState<{ token: string; person: string } | null>(null);
  if (made) {
    return (
      <div className="flex flex-col items-start gap-4">
        <OneTimeLink token={made.token} name={name.trim()} />
        <div className="flex gap-2">
          <ButtonLink href="/users" variant="primary">
            Done
          </ButtonLink>
          <ButtonLink href={`/users/${made.person}`} prefetch={false}>
            Open {name.trim()}
          </ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <form
      className="flex flex-col items-stretch gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(() => create({ name, login, role, limits: role === 'viewer' ? NO_LIMITS : limits }), setMade);
      }}
    >
      <Field label="Name" hint="What history and audit log call this person." error={errors.name}>
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
      <Field label="Sign-in name" hint="Lower case letters, digits and . _ @ + -" error={errors.login}>
        {(control) => (
          <TextInput
            {...control}
            value={login}
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <RoleChoice value={role} onChange={setRole} />
      {role !== 'viewer' && <LimitsChoice value={limits} onChange={setLimits} commands={commands} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          Add user
        </Button>
        <ButtonLink href="/users" variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
