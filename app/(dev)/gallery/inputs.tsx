import { Plus, Terminal } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { Chip, ChipLink, RemovableChip } from '@/components/ui/chip';
import { Field, FieldGroup } from '@/components/ui/field';
import { Radio } from '@/components/ui/radio';
import { SearchBox } from '@/components/ui/search-box';
import { Segmented, SegmentedLinks } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { Row, Specimen } from './specimen';

export function Inputs({ scope }: { scope: string }) {
  return (
    <Specimen title="Inputs">
      <div className="grid gap-x-4 gap-y-3.5 desk:grid-cols-2">
        <Field label="Name" hint="Letters, digits, - and _.">
          {(control) => <TextInput {...control} defaultValue="firewall-drop" />}
        </Field>
        <Field label="Level" error="Rule levels stop at 15. This would never fire.">
          {(control) => <TextInput {...control} defaultValue="17" />}
        </Field>
        <Field label="Timeout">
          {(control) => (
            <TextInput
              {...control}
              defaultValue="600"
              affix="seconds, 10 min"
              className="border-focus outline-2 -outline-offset-1 outline-focus"
            />
          )}
        </Field>
        <Field label="Command">
          {(control) => <Select {...control} options={[{ value: 'host-deny', label: 'host-deny' }]} />}
        </Field>
        <Field label="Reason" optional>
          {(control) => <TextArea {...control} rows={2} />}
        </Field>
        <Field label="Set elsewhere" hint="Cannot be changed here.">
          {(control) => <TextInput {...control} defaultValue="yes" disabled mono />}
        </Field>
      </div>
      <SearchBox label="Filter by rule, group, command or agent" affix="14 files" />
      <Row>
        <Checkbox defaultChecked>Restart now</Checkbox>
        <Checkbox>Only problems</Checkbox>
        <Checkbox disabled defaultChecked>
          Already matched
        </Checkbox>
        <Switch defaultChecked>On</Switch>
        <Switch>Off</Switch>
      </Row>
      <FieldGroup label="Location" hint="Where it runs.">
        <Row>
          <Radio name={`${scope}-location`} defaultChecked>
            local
          </Radio>
          <Radio name={`${scope}-location`}>server</Radio>
          <Radio name={`${scope}-location`} disabled>
            all
          </Radio>
        </Row>
      </FieldGroup>
      <Switch end hint="On: Wazuh runs the script again when the time is up.">
        Allow a timeout
      </Switch>
      <Row>
        <Segmented
          label="Layout"
          name={`${scope}-layout`}
          defaultValue="two"
          options={[
            { value: 'two', label: 'Side by side' },
            { value: 'one', label: 'Unified' },
          ]}
        />
        <SegmentedLinks
          label={`Period, ${scope}`}
          links={[
            { href: '?days=7', label: '7 d' },
            { href: '?days=14', label: '14 d', current: true },
          ]}
        />
        <Chip icon={<Terminal className="icon-14" />}>Command</Chip>
        <RemovableChip removeLabel="Remove sshd" count="11 rules">
          sshd
        </RemovableChip>
        <Chip look="dash" icon={<Plus className="icon-12" />}>
          Group
        </Chip>
        <ChipLink href="/gallery" look="draft" count={3}>
          In draft
        </ChipLink>
      </Row>
    </Specimen>
  );
}
