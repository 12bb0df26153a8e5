import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { toGroupNames } from '@/lib/ossec/edit/rules-group';
import type { StepProps } from './step-props';

/** The pattern of <rules_group> itself, where names cannot say it. */
export function PatternField({ values, set, errors, data }: StepProps) {
  const id = useId();
  const pattern = values.groupPattern ?? '';
  const pieces = pattern.split('|');
  const bare = data.rules?.groups.filter(({ name, isBare }) => isBare && pieces.includes(name)) ?? [];
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
        {bare.length > 0 && (
          <p>
            <code>{bare.map(({ name }) => name).join(', ')}</code>{' '}
            {bare.length === 1
              ? 'is written without a comma: some rules have it'
              : 'are written without commas: some rules have them'}{' '}
            last, with none behind it.
          </p>
        )}
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
