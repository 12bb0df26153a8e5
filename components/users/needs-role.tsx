import { Lock } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { type Permission, ROLE_WORDS, roleFor } from '@/lib/auth/roles';

const article = (name: string) => (/^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`);

/** In one line: what is missing. */
export function NeedsRole({ needs, what }: { needs: Permission; what: string }) {
  const role = ROLE_WORDS[roleFor(needs)].name.toLowerCase();
  return (
    <p className="flex items-start gap-2 py-1 text-fg-2">
      <Lock className="mt-0.5 text-fg-3" />
      <span>
        {what} needs {article(role)}.
      </span>
    </p>
  );
}

/** A whole page that somebody may not see. */
export function NeedsRolePage({ needs, what }: { needs: Permission; what: string }) {
  const role = ROLE_WORDS[roleFor(needs)].name.toLowerCase();
  return (
    <EmptyState icon={<Lock />} title={`${what} needs ${article(role)}`}>
      An administrator can change your role.
    </EmptyState>
  );
}
