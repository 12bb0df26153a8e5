'use client';

import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { TextInput } from '@/components/ui/text-input';
import type { CommandFormValues } from '@/lib/forms/command-form';
import type { FormScript } from '@/lib/forms/response-form-data';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';
import { ExecutablePicker } from './executable-picker';
import { ScriptCallout } from './script-callout';
import { scriptStatus } from './script-status';

type Props = {
  values: CommandFormValues;
  set: (patch: Partial<CommandFormValues>) => void;
  /** Messages by dotted path. */
  errors: Record<string, string>;
  /** Before each field's name: "newCommand." inside another form. */
  prefix?: string;
  scripts: readonly FormScript[] | null;
  scriptsPath: string;
  nameHint?: string;
};

/** The questions about a command. Picking a stock program also answers whether it can undo. */
export function CommandFields({ values, set, errors, prefix = '', scripts, scriptsPath, nameHint }: Props) {
  const path = (name: keyof CommandFormValues) => `${prefix}${name}`;
  const chooseExecutable = (executable: string) => {
    const stock = stockCommandOf(executable);
    const named = values.name === '' && stock ? { name: executable.replace(/\.exe$/, '') } : {};
    set({ executable, ...named, ...(stock && { timeoutAllowed: stock.stateful }) });
  };
  return (
    <>
      <Field label="Name" error={errors[path('name')]} hint={nameHint}>
        {(control) => (
          <TextInput
            {...control}
            data-field={path('name')}
            value={values.name}
            onChange={(event) => set({ name: event.target.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Executable" error={errors[path('executable')]}>
        {(control) => (
          <ExecutablePicker
            control={control}
            field={path('executable')}
            value={values.executable}
            onChange={chooseExecutable}
            scripts={scripts}
            scriptsPath={scriptsPath}
          />
        )}
      </Field>
      <ScriptCallout
        status={scriptStatus(values.executable, scripts)}
        executable={values.executable}
        scriptsPath={scriptsPath}
      />
      <Switch
        end
        checked={values.timeoutAllowed}
        data-field={path('timeoutAllowed')}
        onChange={(event) => set({ timeoutAllowed: event.target.checked })}
        hint="On: Wazuh runs the script again with “delete” when the time is up. Only for scripts that can undo."
      >
        Allow a timeout
      </Switch>
      <Field
        label="Extra arguments"
        optional
        error={errors[path('extraArgs')]}
        hint="The script gets these as one list in the JSON on standard input. Blanks separate them; there is no quoting."
      >
        {(control) => (
          <TextInput
            {...control}
            mono
            data-field={path('extraArgs')}
            value={values.extraArgs}
            onChange={(event) => set({ extraArgs: event.target.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
    </>
  );
}
