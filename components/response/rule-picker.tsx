'use client';

import { type KeyboardEvent, useState } from 'react';
import { NumberTag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchBox } from '@/components/ui/search-box';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { Highlight } from './highlight';
import { writtenGroup } from './preview-xml';
import type { StepProps } from './step-props';
import { type FoundRule, type RuleSearchAnswer, searchUrl, useAnswer } from './use-rules';

const MAX_ID = 999999999;

/** A plain number, if that is what was typed. */
export function typedRuleId(text: string): number | null {
  const id = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
  return id !== null && id >= 1 && id <= MAX_ID ? id : null;
}

/** Search rules by id, words or group; tick the ones that should set it off. A number is taken even if no rule has it. */
export function RulePicker({ values, set, data }: StepProps) {
  const [query, setQuery] = useState('');
  const trigger = { level: values.level, group: writtenGroup(values) };
  const words = query.trim();
  const { answer, loading, failed } = useAnswer<RuleSearchAnswer>(words === '' ? null : searchUrl(words, trigger));
  const id = typedRuleId(words);
  const toggle = (rule: number) => {
    const { ruleIds } = values;
    set({ ruleIds: ruleIds.includes(rule) ? ruleIds.filter((one) => one !== rule) : [...ruleIds, rule] });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (id !== null && !values.ruleIds.includes(id)) {
      toggle(id);
      setQuery('');
    }
  };
  const known = data.rules?.count ?? 0;
  const unknown = id !== null && answer !== null && !loading && !answer.exact;
  return (
    <div className="flex flex-col gap-2 px-3.5 pt-3 pb-2">
      <SearchBox
        label="Find rules by ID, words or group"
        data-field="ruleIds"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
        affix={
          answer && (
            <span className="text-12">{`${answer.total.toLocaleString('en-US')} of ${answer.known.toLocaleString('en-US')} rules`}</span>
          )
        }
      />
      <VisuallyHidden live>{answer && !loading ? `${answer.total} rules found` : ''}</VisuallyHidden>
      {failed && (
        <p className="text-12 text-red-fg">
          The rules cannot be searched right now. A rule ID can still be added: type the number, then press Enter.
        </p>
      )}
      {(unknown || (id !== null && known === 0)) && (
        <div className="flex flex-wrap items-center gap-2.5 rounded-control bg-surface-3 px-2 py-1.5">
          <b className="font-semibold">{id}</b>
          <span className="text-fg-2">No rule with this ID yet</span>
          <Button
            size="s"
            className="ml-auto"
            disabled={id === null || values.ruleIds.includes(id)}
            onClick={() => id !== null && toggle(id)}
          >
            {id !== null && values.ruleIds.includes(id) ? 'Added' : `Add ${id}`}
          </Button>
        </div>
      )}
      {answer && (
        <ul className="-mx-2" aria-label="Rules found" aria-busy={loading}>
          {answer.rules.map((rule) => (
            <RuleItem
              key={rule.id}
              rule={rule}
              words={words}
              checked={values.ruleIds.includes(rule.id)}
              onToggle={() => toggle(rule.id)}
            />
          ))}
        </ul>
      )}
      {answer && !loading && answer.rules.length === 0 && id === null && (
        <p className="pb-1.5 text-fg-2">No rule matches “{words}”.</p>
      )}
      {words === '' && (
        <p className="pb-1 text-12 text-fg-3">
          {known > 0
            ? `${known.toLocaleString('en-US')} rules on this manager.`
            : 'The manager’s rules cannot be read. Type a rule ID, then press Enter.'}
        </p>
      )}
    </div>
  );
}

function RuleItem({
  rule,
  words,
  checked,
  onToggle,
}: {
  rule: FoundRule;
  words: string;
  checked: boolean;
  onToggle: () => void;
}) {
  const note =
    rule.noAr || rule.level === 0
      ? 'Never sets off a response'
      : rule.covered && !checked
        ? 'Already matched above'
        : null;
  return (
    <li className="rounded-control px-2 py-1.5 hover:bg-surface-3 has-checked:bg-surface-3">
      <Checkbox
        checked={checked}
        onChange={onToggle}
        className="flex! w-full items-center! [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1"
      >
        <span className="flex items-center gap-2.5">
          <span className="w-[46px] shrink-0 font-semibold">
            <Highlight text={String(rule.id)} words={words} />
          </span>
          <NumberTag>{rule.level}</NumberTag>
          <span className="min-w-0 flex-1">
            <span className="block truncate leading-[18px]">
              <Highlight text={rule.description} words={words} />
            </span>
            <span className="block truncate text-12 text-fg-3">
              <Highlight text={rule.groups.join(', ')} words={words} />
            </span>
          </span>
          {note && <span className="hidden whitespace-nowrap text-12 text-fg-2 desk:inline">{note}</span>}
        </span>
      </Checkbox>
    </li>
  );
}
