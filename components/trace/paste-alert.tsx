'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { MAX_PASTED, parsePastedAlert } from '@/lib/trace/parse-pasted-alert';
import { addressOfAlert } from '@/lib/trace/traced-alert-address';

/** Takes an alert's JSON or its id. It is read here: only what the chain needs goes into the address. */
export function PasteAlert() {
  const router = useRouter();
  const area = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const follow = () => {
    const pasted = parsePastedAlert(area.current?.value ?? '');
    setProblem(pasted.kind === 'problem' ? pasted.message : null);
    if (pasted.kind === 'problem') area.current?.focus();
    else router.push(pasted.kind === 'id' ? `/trace?alert=${pasted.id}` : addressOfAlert(pasted.alert));
  };
  return (
    <form
      noValidate
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        follow();
      }}
    >
      <Field
        label="JSON of an alert, or its id"
        hint="From alerts.json, from the Wazuh dashboard, or an id like 1784517016.11906."
        error={problem}
        className="w-full"
      >
        {(control) => (
          <TextArea
            {...control}
            ref={area}
            mono
            rows={6}
            maxLength={MAX_PASTED * 2}
            spellCheck={false}
            autoComplete="off"
            className="w-full"
          />
        )}
      </Field>
      <Button type="submit">Follow this alert</Button>
    </form>
  );
}
