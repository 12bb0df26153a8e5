'use client';

import { Infinity as InfinityIcon, Timer } from 'lucide-react';
import { useState } from 'react';
import { ChoiceCard } from '@/components/form/choice-card';
import { Callout } from '@/components/ui/callout';
import { FieldError } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { commandOf } from './chosen-command';
import { PRESETS, toAmount, toSeconds, UNITS, type Unit, unitOf } from './duration-units';
import type { StepProps } from './step-props';
import { UndoTimeline } from './undo-timeline';

/** For how long: undone after a time, or not at all. */
export function DurationStep({ values, set, errors, data }: StepProps) {
  const command = commandOf(values, data);
  const allowed = command?.timeoutAllowed ?? true;
  const suggested = command ? stockCommandOf(command.executable)?.suggestedTimeoutSeconds : null;
  const chooseTimed = () => set({ duration: 'timed', timeoutSeconds: values.timeoutSeconds ?? suggested ?? 600 });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5" data-field="duration">
      <legend className="sr-only">Duration</legend>
      {!allowed && (
        <Callout tone="amber" title={`${command?.name ?? 'This command'} does not allow a timeout`}>
          <p>
            Wazuh would ignore the time without an error. If the script can undo itself, turn on “Allow a timeout”{' '}
            {values.newCommand ? 'in the Command step' : 'for this command on the Commands page'}, then come back.
          </p>
        </Callout>
      )}
      {errors.duration && <FieldError>{errors.duration}</FieldError>}
      <ChoiceCard
        name="duration"
        value="timed"
        checked={values.duration === 'timed'}
        onChoose={chooseTimed}
        disabled={!allowed && values.duration !== 'timed'}
        icon={<Timer className="icon-20" />}
        title="Undo after a time"
        code="timeout"
        hint="A new match while it is still active starts the time again."
      >
        <TimeInput
          seconds={values.timeoutSeconds}
          error={errors.timeoutSeconds}
          onChange={(timeoutSeconds) => set({ timeoutSeconds })}
        />
      </ChoiceCard>
      <ChoiceCard
        name="duration"
        value="permanent"
        checked={values.duration === 'permanent'}
        onChoose={() => set({ duration: 'permanent', timeoutSeconds: null })}
        icon={<InfinityIcon className="icon-20" />}
        title="Do not undo"
        hint="Stays until someone removes it by hand where it ran. For scripts that only notify, scan or restart."
      />
      <Callout tone="grey" title="Longer times for repeat offenders are set on each agent" className="mt-1.5">
        Each agent reads <code>repeated_offenders</code> from its own ossec.conf, in minutes. It is not part of this
        response.
      </Callout>
    </fieldset>
  );
}

type TimeProps = { seconds: number | null; error: string | undefined; onChange: (seconds: number | null) => void };

function TimeInput({ seconds, error, onChange }: TimeProps) {
  const [unit, setUnit] = useState<Unit>(() => unitOf(seconds));
  const [typed, setTyped] = useState<{ text: string; seconds: number | null } | null>(null);
  // What was typed stays as typed ("1.", "0.5") for as long as it means the same seconds.
  const isTyped = typed !== null && Object.is(typed.seconds, seconds);
  const text = isTyped ? typed.text : Number.isNaN(seconds) ? '' : toAmount(seconds, unit);
  const type = (amount: string, inUnit: Unit) => {
    const next = toSeconds(amount, inUnit);
    setTyped({ text: amount, seconds: next });
    onChange(next);
  };
  const isValid = seconds !== null && Number.isInteger(seconds) && seconds > 0;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label="Common times"
          name="preset"
          value={String(seconds ?? '')}
          onValueChange={(value) => {
            setTyped(null);
            setUnit(unitOf(Number(value)));
            onChange(Number(value));
          }}
          options={PRESETS.map((preset) => ({ value: String(preset.seconds), label: preset.label }))}
          className="max-w-full flex-wrap"
        />
        <div className="flex gap-2">
          <TextInput
            size="s"
            aria-label="Time"
            data-field="timeoutSeconds"
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby="time-in-seconds"
            value={text}
            onChange={(event) => type(event.target.value, unit)}
            className="w-24!"
          />
          <Select
            aria-label="Unit"
            value={unit}
            onChange={(event) => {
              const next = event.target.value as Unit;
              setUnit(next);
              type(text, next);
            }}
            options={UNITS.map(({ value, label }) => ({ value, label }))}
            className="h-ctl! w-28!"
          />
        </div>
        <span id="time-in-seconds" className="text-fg-3">
          {isValid && unit !== 'seconds' ? (
            <>
              <code>{seconds}</code> seconds
            </>
          ) : null}
        </span>
      </div>
      {error && <FieldError>{error}</FieldError>}
      {isValid && <UndoTimeline seconds={seconds} />}
    </div>
  );
}
