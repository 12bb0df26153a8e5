'use client';

import { Check, CircleX, Plus, SquareTerminal, X } from 'lucide-react';
import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { countFitting, systemWords, whatItDoes } from '@/components/command/command-words';
import { scriptStatus } from '@/components/command/script-status';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { FieldError } from '@/components/ui/field';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import { emptyCommand } from '@/lib/forms/command-form';
import type { CommandFacts } from '@/lib/ossec/findings/finding';
import { systemsOf } from '@/lib/ossec/findings/support/systems-of';
import type { StepProps } from './step-props';

// Most responses run a command that is there. The boundary lets the button answer before the fields are there.
const CommandFields = lazy(() =>
  import('@/components/command/command-fields').then((module) => ({ default: module.CommandFields })),
);

/** Which command runs: one of those there are, or a new one. */
export function CommandStep({ values, set, errors, data }: StepProps) {
  const commands = data.facts.commands.flatMap((command, at) =>
    command.shadowed ? [] : [{ command, editKey: data.commandKeys[at] ?? '' }],
  );
  const defining = values.newCommand;
  const choose = (command: CommandFacts) => {
    const lost = !command.timeoutAllowed && values.duration === 'timed';
    set({ command: command.name, newCommand: null, ...(lost && { duration: null, timeoutSeconds: null }) });
  };
  const isGone = values.command !== '' && !defining && !commands.some(({ command }) => command.name === values.command);
  return (
    <div className="flex flex-col gap-3.5" data-field="command">
      {isGone && <FieldError>There is no command named {values.command}. Choose another one, or define it.</FieldError>}
      {commands.length > 0 ? (
        <div className="overflow-hidden rounded-panel border border-line">
          <Table caption="Commands" records>
            <thead>
              <tr>
                <Th className="pl-11!">Command</Th>
                <Th>Systems</Th>
                <Th>Can undo</Th>
                <Th>Agents on this system</Th>
              </tr>
            </thead>
            <tbody>
              {commands.map(({ command, editKey }) => (
                <CommandRow
                  key={command.name}
                  command={command}
                  editKey={editKey}
                  chosen={!defining && values.command === command.name}
                  onChoose={() => choose(command)}
                  data={data}
                />
              ))}
            </tbody>
          </Table>
        </div>
      ) : (
        <EmptyState
          icon={<SquareTerminal />}
          title="No commands yet"
          compact
          className="rounded-panel border border-line"
        >
          A response runs a command. Define the first one here.
        </EmptyState>
      )}
      {errors.command && <FieldError>{errors.command}</FieldError>}
      {defining ? (
        <section
          aria-label="New command"
          className="flex flex-col gap-4 rounded-panel border border-ink p-4 shadow-[0_0_0_1px_var(--ink)]"
        >
          <div className="flex items-center gap-2">
            <h3 className="font-semibold">New command</h3>
            <Button
              size="s"
              variant="ghost"
              className="ml-auto"
              icon={<X className="icon-14" />}
              onClick={() => set({ newCommand: null })}
            >
              Use one of the list
            </Button>
          </div>
          <Suspense>
            <CommandFields
              values={defining}
              set={(patch) => set({ newCommand: { ...defining, ...patch }, command: '' })}
              errors={errors}
              prefix="newCommand."
              scripts={data.scripts}
              scriptsPath={data.scriptsPath}
            />
          </Suspense>
        </section>
      ) : (
        <div>
          <Button icon={<Plus />} onClick={() => set({ newCommand: emptyCommand, command: '' })}>
            New command
          </Button>
        </div>
      )}
    </div>
  );
}

type RowProps = {
  command: CommandFacts;
  /** What the Commands page calls it. */
  editKey: string;
  chosen: boolean;
  onChoose: () => void;
  data: StepProps['data'];
};

function CommandRow({ command, editKey, chosen, onChoose, data }: RowProps) {
  const { name, executable, timeoutAllowed } = command;
  const status = scriptStatus(executable, data.scripts);
  const fitting = countFitting(executable, data.agents);
  const cannot = status.kind === 'not-executable';
  return (
    <Tr
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('label, a')) onChoose();
      }}
      className={cx('cursor-pointer', chosen && '*:bg-surface-3 hover:*:bg-surface-3')}
    >
      <RowTh>
        <label className="flex items-center gap-3">
          <input
            type="radio"
            name="command"
            value={name}
            checked={chosen}
            onChange={onChoose}
            className="size-4 shrink-0 appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-ink forced-colors:appearance-auto"
          />
          <span className="min-w-0">
            <b className={cx('block font-semibold wrap-anywhere', cannot && 'text-fg-3')}>{name}</b>
            <small className="block text-12 text-fg-2">{whatItDoes(executable)}</small>
          </span>
        </label>
      </RowTh>
      <Td className={cx(cannot && 'text-fg-3', 'whitespace-nowrap max-desk:inline! max-desk:ml-7 max-desk:text-12')}>
        {systemWords(systemsOf(executable))}
      </Td>
      <Td className="max-desk:hidden!">
        {timeoutAllowed ? (
          <span className="inline-flex items-center gap-1.5 text-green-fg">
            <Check className="icon-14" /> Yes
          </span>
        ) : (
          <span className="text-fg-2">No</span>
        )}
      </Td>
      <Td className="max-desk:inline! max-desk:text-12 max-desk:before:px-1.5 max-desk:before:text-fg-3 max-desk:before:content-['·']">
        {cannot ? (
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-red-fg">
            <CircleX className="icon-14" /> Not executable
            <Link className="link ml-1" href={`/commands?edit=${encodeURIComponent(editKey)}`}>
              Fix<span className="sr-only"> {name}</span>
            </Link>
          </span>
        ) : fitting === null ? (
          <span className="text-fg-3">{data.agents.length === 0 ? 'No agents yet' : 'Not known'}</span>
        ) : (
          <>
            {fitting} of {data.agents.length}
            <span className="desk:hidden"> agents</span>
          </>
        )}
      </Td>
    </Tr>
  );
}
