import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

type Option = { name: string; stock: boolean };

/** Which script the steps are about: those of the configured commands. A plain GET form. */
export function ScriptChooser({ system, chosen, options }: { system: string; chosen: string; options: Option[] }) {
  return (
    <form action="/endpoints" className="mb-5 flex flex-wrap items-end gap-2">
      <input type="hidden" name="system" value={system} />
      <Field label="Script" className="min-w-60 flex-1">
        {(control) => (
          <Select
            {...control}
            key={chosen}
            name="script"
            defaultValue={chosen}
            options={[
              { value: '', label: 'A script of your own (my-response.py)' },
              ...options.map(({ name, stock }) => ({
                value: name,
                label: stock ? `${name} (comes with Wazuh)` : name,
              })),
            ]}
          />
        )}
      </Field>
      <Button type="submit">Show steps</Button>
    </form>
  );
}
