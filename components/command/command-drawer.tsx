'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { focusField } from '@/components/form/focus-field';
import { useActionForm } from '@/components/form/use-action-form';
import { FindingsList } from '@/components/response/findings-list';
import { commandXml } from '@/components/response/preview-xml';
import { Button } from '@/components/ui/button';
import { Drawer, DrawerCancel } from '@/components/ui/drawer';
import { useToast } from '@/components/ui/toast';
import { XmlView } from '@/components/ui/xml-view';
import { NeedsRole } from '@/components/users/needs-role';
import { type CommandFormTarget, type CommandFormValues, commandValues, emptyCommand } from '@/lib/forms/command-form';
import { commandProblems } from '@/lib/forms/command-problems';
import { type CommandRow, shownCommand } from '@/lib/forms/command-rows';
import type { FormScript } from '@/lib/forms/response-form-data';
import type { Facts } from '@/lib/ossec/findings/finding';
import type { ActionResult } from '@/lib/view/action-result';
import { CommandFields } from './command-fields';
import { useCommandFindings } from './command-findings';
import { UsedBy } from './used-by';

export type DrawerData = { facts: Facts; scripts: readonly FormScript[] | null; scriptsPath: string };

type Props = {
  /** Null for a new command. */
  row: CommandRow | null;
  /** A command to start from. */
  copyOf: CommandRow | null;
  /** Where it stands in `facts.commands`; null for a new one. */
  position: number | null;
  data: DrawerData;
  /** Absent for who may only look: then nothing in it can be changed. */
  save: ((input: { target: unknown; values: unknown }) => Promise<ActionResult>) | undefined;
  onDelete: (row: CommandRow) => void;
  onClose: () => void;
};

function targetOf(row: CommandRow | null): CommandFormTarget {
  if (!row) return { kind: 'new' };
  if (row.block) return { kind: 'block', index: row.block.index, fingerprint: row.block.fingerprint };
  return { kind: 'added', changeId: row.changeIds[0] ?? '' };
}

function initialOf(row: CommandRow | null, copyOf: CommandRow | null): CommandFormValues {
  if (row) return commandValues(shownCommand(row));
  return copyOf ? { ...commandValues(shownCommand(copyOf)), name: `${shownCommand(copyOf).name}-copy` } : emptyCommand;
}

const responses = (count: number): string => (count === 1 ? '1 response' : `${count} responses`);

/** One command over the list: its questions, the XML, what is wrong, and who uses it. */
export function CommandDrawer({ row: latest, copyOf, position, data, save, onDelete, onClose }: Props) {
  // As it was opened: the page renews itself when the file changes underneath, and what is typed is for this block.
  const [row] = useState(latest);
  const router = useRouter();
  const toast = useToast();
  const { values, set, isDirty, ref, busy, failure, submit, errors } = useActionForm<CommandFormValues>({
    schema: () => import('@/lib/forms/form-schemas').then(({ commandFormSchema }) => commandFormSchema),
    check: commandProblems,
    initial: initialOf(row, copyOf),
    save: async (values) => save?.({ target: targetOf(row), values }) ?? { status: 'forbidden', needs: 'edit' },
    onSaved: (message) => {
      const review = { label: 'Review', run: () => router.push('/review') };
      const words = row ? 'Changes saved to your draft' : 'Command added to your draft';
      toast(message ? { message, tone: 'note' } : { message: words, action: review });
      onClose();
    },
  });
  const findings = useCommandFindings(values, data.facts, position);
  const name = row ? shownCommand(row).name : null;
  const users = row?.usedBy ?? [];
  const renamed = name !== null && name !== values.name && users.length > 0;
  return (
    <Drawer
      open
      onClose={onClose}
      dirty={isDirty || (copyOf !== null && !busy)}
      title={!save ? 'Command' : row ? 'Edit command' : 'New command'}
      sub={name}
      footer={
        <>
          {!save && <NeedsRole needs="edit" what="Changing it" />}
          {row && (
            <>
              {save && (
                <Button variant="danger-outline" onClick={() => onDelete(row)}>
                  Delete
                </Button>
              )}
              <span className="hidden text-fg-3 desk:inline">
                {users.length > 0 ? `Used by ${responses(users.length)}` : 'Not used'}
              </span>
            </>
          )}
          <DrawerCancel className="ml-auto" />
          {save && (
            <Button variant="primary" type="submit" form="command-form" busy={busy}>
              Save to draft
            </Button>
          )}
        </>
      }
    >
      <form
        id="command-form"
        ref={ref}
        noValidate
        aria-label={row ? 'Edit command' : 'New command'}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
        className="flex flex-col gap-5"
      >
        {failure && (
          <ErrorSummary failure={failure} errors={{}} onPick={(path) => ref.current && focusField(ref.current, path)} />
        )}
        <fieldset disabled={!save} className="contents">
          <CommandFields
            values={values}
            set={set}
            errors={errors}
            scripts={data.scripts}
            scriptsPath={data.scriptsPath}
            nameHint={
              renamed
                ? `${responses(users.length)} ${users.length === 1 ? 'follows' : 'follow'} the new name.`
                : undefined
            }
          />
        </fieldset>
      </form>
      <section aria-label="Findings">
        <h3 className="mb-1.5 font-strong">Findings</h3>
        <FindingsList findings={findings} />
      </section>
      <section aria-label="XML">
        <h3 className="mb-1.5 font-strong">XML</h3>
        <XmlView copy wrap label="XML of this command" xml={commandXml(values)} />
      </section>
      {row && (
        <section aria-label="Used by" className="flex flex-col gap-1.5">
          <h3 className="font-strong">Used by</h3>
          <UsedBy users={users} />
        </section>
      )}
    </Drawer>
  );
}
