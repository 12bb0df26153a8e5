import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { countAgents, countWords, unfitSystems } from './all-guard';
import { commandOf } from './chosen-command';
import type { StepProps } from './step-props';

const agentsWord = (count: number): string => (count === 1 ? 'agent' : 'agents');

const Warning = ({ note, children }: { note?: boolean; children: ReactNode }) => (
  <li className="flex gap-2.5">
    {note ? <Info className="mt-0.5 text-amber-fg" /> : <TriangleAlert className="mt-0.5 text-red-fg" />}
    <span>{children}</span>
  </li>
);

/** How many agents, of which systems, what can go wrong; and the number to type. */
export function AllConfirm({ values, set, errors, data }: StepProps) {
  const { agents, wasOnAll } = data;
  const counts = countAgents(agents);
  const command = commandOf(values, data);
  const blocks = command ? stockCommandOf(command.executable)?.blocks : false;
  const unfit = command ? unfitSystems(command.executable, agents) : [];
  return (
    <div className="border-red-line border-t pt-3.5">
      <p className="flex items-center gap-3.5">
        <b className="text-36 font-semibold text-red-fg tabular-nums desk:text-[40px] desk:leading-[44px]">
          {counts.total}
        </b>
        <span className="text-14 font-semibold">
          {agentsWord(counts.total)} can be affected
          <span className="block text-13 font-normal text-fg-2">{countWords(counts)}</span>
        </span>
      </p>
      <ul className="mt-3 mb-3.5 grid gap-2">
        {blocks ? (
          <Warning>
            A wrong match blocks an address <b>everywhere</b>, for the whole timeout. If it is yours, you lose access to
            every agent.
          </Warning>
        ) : (
          <Warning>
            One wrong match runs {command?.name ?? 'the command'} <b>everywhere</b> at once.
          </Warning>
        )}
        {unfit.map(({ name, count }) => (
          <Warning key={name} note>
            {command?.executable} does nothing on the {count} {name} {agentsWord(count)}. They log an error on each run.
          </Warning>
        ))}
        {data.agentNote && <Warning note>{data.agentNote}</Warning>}
      </ul>
      {wasOnAll ? (
        <p className="text-12 text-fg-2">It runs on every agent already, so there is nothing to confirm again.</p>
      ) : (
        <div className="-mx-4 -mb-3 flex flex-col items-start gap-x-5 gap-y-2 rounded-b-panel border-red-line border-t bg-red-bg px-4 py-3.5 desk:flex-row desk:items-end">
          <Field label={`Type the number of agents, ${counts.total}, to go on`} error={errors.confirmedAgents}>
            {(control) => (
              <TextInput
                {...control}
                data-field="confirmedAgents"
                inputMode="numeric"
                autoComplete="off"
                value={values.confirmedAgents}
                onChange={(event) => set({ confirmedAgents: event.target.value })}
                aria-describedby={[control['aria-describedby'], 'confirm-all-hint'].filter(Boolean).join(' ')}
                className="w-[140px]!"
              />
            )}
          </Field>
          <p id="confirm-all-hint" className="text-12 text-fg-2">
            Nothing reaches the manager before you apply.
            <br />
            Safer:{' '}
            <button
              type="button"
              className="link"
              onClick={() => set({ location: 'defined-agent', confirmedAgents: '' })}
            >
              pick one gateway
            </button>{' '}
            or keep{' '}
            <button type="button" className="link" onClick={() => set({ location: 'local', confirmedAgents: '' })}>
              the agent that alerted
            </button>
            .
          </p>
        </div>
      )}
    </div>
  );
}
